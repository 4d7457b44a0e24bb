package mpm.plan;

/**
 * A company that markets together with the organisation.
 *
 * @param owner who answers for the partnership, by role; may be empty
 */
public record Partner(String code, String name, String owner) implements Member {}
