/**
 * What a request may need, and how an endpoint says it: with {@link mpm.service.rights.Needs} or {@link
 * mpm.service.rights.Open}, on its class or its method. An endpoint that says neither is refused to everyone. Which role
 * may do what stands once, in {@link mpm.service.rights.Action}; what a role reads and enters below an endpoint, unit by
 * unit, is a rule of {@code mpm.plan}.
 */
@NullMarked
package mpm.service.rights;

import org.jspecify.annotations.NullMarked;
