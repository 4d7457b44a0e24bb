/**
 * Pages: {@link mpm.service.html.Html} renders the templates of {@code src/main/jte}, which escape what they are given and
 * share one layout. What a page shows is made by the business that it belongs to.
 */
@NullMarked
package mpm.service.html;

import org.jspecify.annotations.NullMarked;
