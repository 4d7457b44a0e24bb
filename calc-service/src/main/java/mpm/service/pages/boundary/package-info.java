/**
 * The pages for people: start, functions, templates, installation. Each is rendered whole by the service and works
 * without JavaScript, which only adds what is live.
 */
@NullMarked
package mpm.service.pages.boundary;

import org.jspecify.annotations.NullMarked;
