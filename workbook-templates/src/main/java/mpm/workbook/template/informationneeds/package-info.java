/**
 * The sheets of information needs and the measurement plan: {@link mpm.workbook.template.informationneeds.InformationNeeds} is the
 * entry point.
 */
@NullMarked
package mpm.workbook.template.informationneeds;

import org.jspecify.annotations.NullMarked;
