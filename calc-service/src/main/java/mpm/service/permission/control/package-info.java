/**
 * Who asks, and what they may do. A {@link mpm.service.permission.control.Caller} is asked, an {@link
 * mpm.service.permission.control.Action} that nobody is granted is done by nobody, and an endpoint says on its class or its
 * method what it {@linkplain mpm.service.permission.control.Needs needs} or that it is {@linkplain
 * mpm.service.permission.control.Open open}: one that says neither is refused to everyone. What a role reads and enters
 * below an endpoint, unit by unit, is a rule of {@code mpm.plan}.
 */
@NullMarked
package mpm.service.permission.control;

import org.jspecify.annotations.NullMarked;
