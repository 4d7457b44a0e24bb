/**
 * {@link mpm.service.templates.control.Workbooks} makes the templates' workbooks and remembers those asked for last.
 */
@NullMarked
package mpm.service.templates.control;

import org.jspecify.annotations.NullMarked;
