package mpm.service.feeds.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** All feeds. */
@ApplicationScoped
public class Feeds {

    @Inject
    ValuesFeed values;

    @Inject
    VariancesFeed variances;

    @Inject
    CommitmentsFeed commitments;

    @Inject
    BenchmarksFeed benchmarks;

    @Inject
    AuditFeed audit;

    public List<Feed<?>> all() {
        return List.of(values, variances, commitments, benchmarks, audit);
    }

    /** The feed of a name. */
    public Optional<Feed<?>> find(String name) {
        return all().stream().filter(feed -> feed.name().equals(name)).findFirst();
    }
}
