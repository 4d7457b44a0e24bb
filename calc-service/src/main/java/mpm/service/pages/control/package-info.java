/**
 * What the pages show: {@link mpm.service.pages.control.FunctionPage} is one function, {@link
 * mpm.service.pages.control.FunctionIndex} all of them, with their examples as tables, pictures and sheets to play with.
 */
@NullMarked
package mpm.service.pages.control;

import org.jspecify.annotations.NullMarked;
