/**
 * What Excel loads and this service renders: {@link mpm.service.addin.boundary.AddinFiles}. The add-in's pages and
 * modules beside it are files of its own module, which the server serves from there.
 */
@NullMarked
package mpm.service.addin.boundary;

import org.jspecify.annotations.NullMarked;
