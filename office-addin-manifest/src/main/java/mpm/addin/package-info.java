/**
 * What Excel loads to know the add-in: {@link mpm.addin.FunctionsMetadata} is functions.json, derived from the catalogue;
 * {@link mpm.addin.AddinManifest} is both manifests, filled in from one manifest.properties. The modules and pages beside them
 * are served as they are.
 */
@NullMarked
package mpm.addin;

import org.jspecify.annotations.NullMarked;
