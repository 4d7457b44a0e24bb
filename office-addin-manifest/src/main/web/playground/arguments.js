// @ts-check
// What Excel does with the arguments of a formula before an add-in's function sees them. Pure.

import { CustomFunctionsError } from './custom-functions.js';

/**
 * @typedef {number | string | boolean | null | CustomFunctionsError} Scalar A cell; null is blank.
 * @typedef {Scalar[][]} Matrix
 * @typedef {Scalar | Matrix | undefined} Given An argument as the formula gives it; undefined is left out.
 *
 * @typedef {object} Parameter A parameter in functions.json.
 * @property {string} name
 * @property {string} [description]
 * @property {string} [type] any, number, string or boolean
 * @property {string} [dimensionality] scalar or matrix
 * @property {boolean} [optional]
 * @property {boolean} [repeating]
 *
 * @typedef {{ values: unknown[] } | { error: CustomFunctionsError }} Call the arguments of a call, or why there is none
 * @typedef {object} Calls
 * @property {Call[]} calls one, or one for each cell of the range that is lifted over, row by row
 * @property {number} rows
 * @property {number} columns
 * @property {boolean} lifted
 */

/**
 * A range given to a scalar parameter means one call for each of its cells and a range of answers: Excel lifts the
 * function. Ranges of different shapes widen as in Excel: a single row or column repeats, beyond a range is #N/A.
 *
 * @param {Parameter[]} parameters
 * @param {Given[]} given
 * @param {boolean} errorsPass whether functions.json lets cell errors into parameters of type any
 * @returns {Calls}
 */
export function readArguments(parameters, given, errorsPass) {
    const slots = slotsOf(parameters, given);
    const shapes = slots.filter(isLifted).map(({ value }) => /** @type {Matrix} */ (value));
    if (shapes.length === 0) {
        return { calls: [callOf(parameters, slots, errorsPass)], rows: 1, columns: 1, lifted: false };
    }
    const rows = Math.max(...shapes.map((matrix) => matrix.length));
    const columns = Math.max(...shapes.map((matrix) => matrix[0]?.length ?? 0));
    const calls = Array.from({ length: rows * columns }, (_, position) => {
        const row = Math.floor(position / columns);
        const column = position % columns;
        const here = slots.map((slot) => (isLifted(slot) ? { ...slot, value: cellAt(slot.value, row, column) } : slot));
        return callOf(parameters, here, errorsPass);
    });
    return { calls, rows, columns, lifted: true };
}

/**
 * @typedef {{ parameter: Parameter, value: Given }} Slot
 * @param {Parameter[]} parameters
 * @param {Given[]} given
 * @returns {Slot[]} one for each parameter, and one for each further value of a repeating one
 */
function slotsOf(parameters, given) {
    const slots = parameters.map((parameter, index) => ({ parameter, value: single(parameter, given[index]) }));
    const last = parameters.at(-1);
    if (last?.repeating) {
        for (const value of given.slice(parameters.length)) slots.push({ parameter: last, value: single(last, value) });
    }
    return slots;
}

/** A reference to one cell is a range of one cell; to a scalar parameter it is that cell. @param {Parameter} parameter
 *  @param {Given} value @returns {Given} */
function single(parameter, value) {
    const one = Array.isArray(value) && value.length === 1 && value[0]?.length === 1;
    return one && !takesMatrix(parameter) ? value[0]?.[0] : value;
}

/** @param {Slot} slot */
function isLifted({ parameter, value }) {
    return Array.isArray(value) && !takesMatrix(parameter);
}

/** @param {Parameter} parameter */
function takesMatrix(parameter) {
    return parameter.dimensionality === 'matrix';
}

/** @param {Given} value @param {number} row @param {number} column @returns {Given} */
function cellAt(value, row, column) {
    const matrix = /** @type {Matrix} */ (value);
    const cells = matrix[matrix.length === 1 ? 0 : row];
    const cell = cells?.[cells.length === 1 ? 0 : column];
    return cell === undefined ? new CustomFunctionsError('#N/A', 'The ranges of this formula differ in size.') : cell;
}

/** @param {Parameter[]} parameters @param {Slot[]} slots @param {boolean} errorsPass @returns {Call} */
function callOf(parameters, slots, errorsPass) {
    /** @type {CustomFunctionsError | undefined} */
    let error;
    const values = slots.map(({ parameter, value }) => {
        const { type = 'any' } = parameter;
        if (value === undefined || (value === null && parameter.optional)) return null;
        const matrix = takesMatrix(parameter) && !Array.isArray(value) ? [[value]] : value;
        const read = (/** @type {Scalar} */ cell) => {
            const result = coerce(cell, type);
            if (result instanceof CustomFunctionsError && !(errorsPass && type === 'any')) error ??= result;
            return result;
        };
        return Array.isArray(matrix) ? matrix.map((row) => row.map(read)) : read(matrix);
    });
    if (error) return { error };
    const repeating = parameters.findIndex((parameter) => parameter.repeating);
    if (repeating < 0) return { values };
    return { values: [...values.slice(0, repeating), values.slice(repeating)] };
}

/**
 * Only typed parameters are converted. Blank stays blank (null) for type any: a missing figure must never count as 0.
 *
 * @param {Scalar} cell
 * @param {string} type
 * @returns {Scalar}
 */
function coerce(cell, type) {
    if (cell instanceof CustomFunctionsError || type === 'any') return cell;
    if (type === 'string') return typeof cell === 'boolean' ? String(cell).toUpperCase() : String(cell ?? '');
    if (type === 'boolean') {
        if (typeof cell !== 'string') return Boolean(cell);
        if (/^(true|false)$/i.test(cell)) return cell.toUpperCase() === 'TRUE';
        return new CustomFunctionsError('#VALUE!', `“${cell}” is neither TRUE nor FALSE.`);
    }
    const number = typeof cell === 'string' && cell.trim() === '' ? NaN : Number(cell);
    return Number.isNaN(number) ? new CustomFunctionsError('#VALUE!', `“${cell}” is not a number.`) : number;
}
