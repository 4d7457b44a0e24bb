/**
 * JSON documents in and out: {@link mpm.service.json.Json}. Resources read and write their own bytes, so that every
 * fault in a document is told in a sentence that names its place, which a binding provider of the platform would not
 * do.
 */
@NullMarked
package mpm.service.json;

import org.jspecify.annotations.NullMarked;
