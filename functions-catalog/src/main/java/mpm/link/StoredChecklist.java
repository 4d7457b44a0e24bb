package mpm.link;

/**
 * A checklist instance kept by the service.
 *
 * @param code its code, in upper case: codes compare without regard to case
 */
public record StoredChecklist(String code) implements Need<ChecklistInstance> {}
