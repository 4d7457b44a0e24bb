package mpm.service.permission.control;

import static mpm.plan.Role.ADMIN;
import static mpm.plan.Role.APPROVER;
import static mpm.plan.Role.AUDITOR;
import static mpm.plan.Role.CONTROLLER;
import static mpm.plan.Role.OWNER;
import static mpm.plan.Role.PARTNER;
import static mpm.plan.Role.PLANNER;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import mpm.plan.PlanView;
import mpm.plan.Role;
import mpm.service.problems.control.Refusal;

/** What the service does for someone, and the roles that may do it anywhere at all. */
public enum Action {
    /** Has worksheet functions calculated. */
    CALCULATE(true, EnumSet.allOf(Role.class)),
    /** Reads what the units, scenarios and metrics of one's roles hold. */
    READ(true, EnumSet.allOf(Role.class)),
    /** Reads what is not cut by units and metrics, and so is not for partners: checklists. */
    READ_SHARED(true, EnumSet.complementOf(EnumSet.of(PARTNER))),
    /** Reads who changed what, and verifies it. */
    READ_AUDIT(true, EnumSet.of(AUDITOR, CONTROLLER)),
    /** Reads how the service itself does. */
    OPERATE(true, EnumSet.of(ADMIN)),
    /** Enters figures, and the state of the work on them. */
    ENTER(false, EnumSet.of(PLANNER, CONTROLLER)),
    /** Links a workbook, and says what was read. */
    LINK(false, EnumSet.complementOf(EnumSet.of(PARTNER))),
    /** Opens, copies, chooses and freezes versions. */
    KEEP_VERSIONS(false, EnumSet.of(PLANNER, CONTROLLER)),
    /** Hands a period in for approval. */
    HAND_IN(false, EnumSet.of(PLANNER, APPROVER, CONTROLLER)),
    APPROVE(false, EnumSet.of(APPROVER)),
    LOCK(false, EnumSet.of(CONTROLLER)),
    REOPEN(false, EnumSet.of(CONTROLLER)),
    SET_RATES(false, EnumSet.of(CONTROLLER)),
    /** Brings in what happened. */
    IMPORT(false, EnumSet.of(CONTROLLER)),
    /** Holds workbooks, figures and ledgers against each other. */
    RECONCILE(true, EnumSet.of(CONTROLLER, AUDITOR)),
    SIGN_OFF(false, EnumSet.of(CONTROLLER)),
    /** Accepts and discloses commitments. */
    COMMIT(false, EnumSet.of(OWNER)),
    /** Says which figures are watched, and how. */
    KEEP_ALERTS(false, EnumSet.of(PLANNER, OWNER, CONTROLLER, ADMIN)),
    /** Says that an alert was seen to. */
    ACKNOWLEDGE(false, EnumSet.complementOf(EnumSet.of(PARTNER))),
    PUBLISH_BENCHMARKS(false, EnumSet.of(ADMIN)),
    /** Keeps the catalogue, units, calendars, scenarios, and the users with their roles. */
    ADMINISTER(false, EnumSet.of(ADMIN)),
    /** Makes and revokes personal access tokens of one's own. */
    KEEP_TOKENS(false, EnumSet.allOf(Role.class));

    private final boolean reads;

    @SuppressWarnings("ImmutableEnumChecker") // It cannot be modified.
    private final Set<Role> roles;

    Action(boolean reads, EnumSet<Role> roles) {
        this.reads = reads;
        this.roles = Collections.unmodifiableSet(roles);
    }

    /** Whether it leaves everything as it is. */
    public boolean reads() {
        return reads;
    }

    public Set<Role> roles() {
        return roles;
    }

    /** Whether the caller may do it anywhere. */
    public boolean isAllowed(Caller caller) {
        return caller.grants().stream().anyMatch(grant -> roles.contains(grant.role()));
    }

    /**
     * Makes sure that the caller may do it somewhere.
     *
     * @throws Refusal otherwise
     */
    public void require(Caller caller) {
        if (!isAllowed(caller)) {
            throw refusal();
        }
    }

    /**
     * Makes sure that the caller may do it at a place.
     *
     * @param isCovered whether what their roles for it give covers the place
     * @throws Refusal otherwise
     */
    public void require(PlanView plan, Predicate<PlanView> isCovered) {
        if (!isCovered.test(where(plan))) {
            throw refusal();
        }
    }

    /**
     * Makes sure that the caller may do it in the whole organisation.
     *
     * @throws Refusal otherwise
     */
    public void requireEverywhere(PlanView plan) {
        if (!isAllowedEverywhere(plan)) {
            throw Refusal.notPermitted(
                    "This concerns every unit: it takes the role %s for the whole organisation. Ask someone who has it."
                            .formatted(names()));
        }
    }

    /** Whether the caller may do it in the whole organisation. */
    public boolean isAllowedEverywhere(PlanView plan) {
        return where(plan).holdsEverywhere();
    }

    /** What the roles give that allow it. */
    public PlanView where(PlanView plan) {
        return plan.where(grant -> roles.contains(grant.role()));
    }

    private String names() {
        return String.join(" or ", roles.stream().map(Enum::name).toList());
    }

    private Refusal refusal() {
        return Refusal.notPermitted(
                "You may not do this here: it takes the role %s. Ask your administrator for it.".formatted(names()));
    }
}
