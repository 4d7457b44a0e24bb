package mpm.plan;

import mpm.link.Need;

/** The organisation as the signed-in user sees it; it is not found where nobody is signed in. */
public record StoredPlan() implements Need<PlanView> {}
