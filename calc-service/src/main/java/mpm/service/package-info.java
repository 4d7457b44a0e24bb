/**
 * The calculation service. Each folder is one business of it, with boundary, control and entity where it has them:
 * a boundary speaks HTTP, control decides, an entity is stored. {@link mpm.service.Api} is the root of the resources.
 */
@NullMarked
package mpm.service;

import org.jspecify.annotations.NullMarked;
