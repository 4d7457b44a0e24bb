/** The stored {@link mpm.service.access.entity.PersonalToken}. */
@NullMarked
package mpm.service.access.entity;

import org.jspecify.annotations.NullMarked;
