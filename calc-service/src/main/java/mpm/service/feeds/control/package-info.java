/**
 * {@link mpm.service.feeds.control.Feeds}: stored data as flat tables, for programs that know no functions. A {@link
 * mpm.service.feeds.control.Feed} is a record of a row and what fills it; its columns follow from the record.
 */
@NullMarked
package mpm.service.feeds.control;

import org.jspecify.annotations.NullMarked;
