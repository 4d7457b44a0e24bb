package mpm.plan;

import java.util.List;

/** Who asks, and what they may do. */
public record User(String id, List<Grant> grants) {

    public User {
        grants = List.copyOf(grants);
    }
}
