/**
 * Formulas with MPM functions, evaluated by Apache POI: {@link mpm.workbook.formula.FormulaEvaluation} is the entry point.
 * POI calls the catalogue for every name of MPM, in the spelling that a person types and in the one that Excel stores.
 */
@NullMarked
package mpm.workbook.formula;

import org.jspecify.annotations.NullMarked;
