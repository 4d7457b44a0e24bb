/**
 * What each medium contributed: {@link mpm.method.mixmodel.MixModel} explains an outcome by media that carry over and saturate,
 * beside a trend, a season and controls.
 *
 * <p>Own method; its parts are those of Y. Jin et al. (Google, 2017) and of Robyn. The search chooses among curves on a grid, one
 * medium after the other, and pulls all media towards a common return instead of towards 0, so that media which always run
 * together share what they cannot be told apart in.
 */
@NullMarked
package mpm.method.mixmodel;

import org.jspecify.annotations.NullMarked;
