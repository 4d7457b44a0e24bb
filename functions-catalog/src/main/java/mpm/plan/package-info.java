/**
 * Plan data and the rules of reading and entering it. The data are records: an {@link mpm.plan.Organisation} with its units,
 * metrics, scenarios, rates and locks, and the {@link mpm.plan.Figure}s at their {@link mpm.plan.Address}es. The rules stand
 * here once, for the worksheet functions of the data link and for the service that submits: who may read what, which period an
 * address names, how figures add up over units and time, which rate converts them, and what becomes of a figure that is entered.
 *
 * <p>A rule never fetches. What it reads is named by the {@link mpm.link.Need}s of this package and fetched for a whole batch:
 * first {@link mpm.plan.StoredPlan}, then what the addresses ask for.
 */
@NullMarked
package mpm.plan;

import org.jspecify.annotations.NullMarked;
