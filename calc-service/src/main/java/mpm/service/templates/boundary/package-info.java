/**
 * The templates over HTTP: {@link mpm.service.templates.boundary.TemplateFiles} gives the workbooks and the pictures of
 * their sheets, {@link mpm.service.templates.boundary.TemplatesResource} tells what there is and what the sheets hold.
 */
@NullMarked
package mpm.service.templates.boundary;

import org.jspecify.annotations.NullMarked;
