/** {@link mpm.service.sample.boundary.SampleResource}: the sample organisation over HTTP. */
@NullMarked
package mpm.service.sample.boundary;

import org.jspecify.annotations.NullMarked;
