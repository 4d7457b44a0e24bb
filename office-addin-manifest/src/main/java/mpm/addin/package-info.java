/**
 * What Excel loads to know the add-in: {@link mpm.addin.FunctionsMetadata} is functions.json, {@link mpm.addin.AddinManifest}
 * the manifest. Both are derived from the catalogue; the modules and pages beside them are served as they are.
 */
@NullMarked
package mpm.addin;

import org.jspecify.annotations.NullMarked;
