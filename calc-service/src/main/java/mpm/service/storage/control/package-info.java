/**
 * Where stored data lies: {@link mpm.service.storage.control.Schema} brings the database to the version of this
 * service, and {@link mpm.service.storage.control.DataVersion} counts the writes, so that every cached answer knows
 * when it is stale.
 */
@NullMarked
package mpm.service.storage.control;

import org.jspecify.annotations.NullMarked;
