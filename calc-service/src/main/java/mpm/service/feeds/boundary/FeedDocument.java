package mpm.service.feeds.boundary;

import java.util.List;
import java.util.Locale;
import mpm.service.feeds.control.Column;
import mpm.service.feeds.control.Feed;
import mpm.service.feeds.control.Filter;

/** What there is to know of a feed before it is read. */
record FeedDocument(
        String name,
        String sentence,
        List<ColumnDocument> columns,
        List<FilterDocument> filters,
        String csv,
        String json,
        String connection,
        String query) {

    record ColumnDocument(String name, String kind, String meaning) {
        static ColumnDocument of(Column column) {
            return new ColumnDocument(column.name(), column.kind().name().toLowerCase(Locale.ROOT), column.meaning());
        }
    }

    record FilterDocument(String name, String meaning) {
        static FilterDocument of(Filter filter) {
            return new FilterDocument(filter.parameter(), filter.meaning());
        }
    }

    /** The document of a feed below an address. */
    static FeedDocument of(Feed<?> feed, String feeds) {
        String address = feeds + "/" + feed.name();
        return new FeedDocument(
                feed.name(),
                feed.sentence(),
                Column.of(feed).map(ColumnDocument::of).toList(),
                feed.filters().stream().sorted().map(FilterDocument::of).toList(),
                address + ".csv",
                address + ".json",
                address + ".odc",
                address + ".pq");
    }
}
