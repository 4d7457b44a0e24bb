/**
 * Who may reach the service, and who they are. {@link mpm.service.access.control.Reach} judges where a request comes
 * from, {@link mpm.service.access.control.Listeners} where the server listens. {@link
 * mpm.service.access.control.Credentials} tells who asks: the one user of this computer, or, where an OpenID provider is
 * set, whom a token of it or a {@linkplain mpm.service.access.control.PersonalTokens personal access token} names. What
 * they may do stands in {@link mpm.service.permission.control.Action}.
 */
@NullMarked
package mpm.service.access.control;

import org.jspecify.annotations.NullMarked;
