/**
 * {@link mpm.service.checklists.boundary.ChecklistsResource}: checklist instances over HTTP.
 */
@NullMarked
package mpm.service.checklists.boundary;

import org.jspecify.annotations.NullMarked;
