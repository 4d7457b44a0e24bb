/** The stored {@link mpm.service.checklists.entity.Checklist}. */
@NullMarked
package mpm.service.checklists.entity;

import org.jspecify.annotations.NullMarked;
