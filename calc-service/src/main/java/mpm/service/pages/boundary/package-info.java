/**
 * The pages for people: start, functions, templates, installation, finance. Each is rendered whole by the service and works
 * without JavaScript, which only adds what is live. That for finance shows what its reader may see, and so asks for it in
 * their name: a link carries no sign-in.
 */
@NullMarked
package mpm.service.pages.boundary;

import org.jspecify.annotations.NullMarked;
