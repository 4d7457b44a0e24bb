package mpm.plan;

import java.util.List;
import java.util.Set;
import mpm.link.Need;

/**
 * The commitments of an id, or of owners.
 *
 * @param id compared without regard to case
 * @param owners the ids of people
 */
public record StoredCommitments(String id, Set<String> owners) implements Need<List<Commitment>> {

    public StoredCommitments {
        owners = Set.copyOf(owners);
    }
}
