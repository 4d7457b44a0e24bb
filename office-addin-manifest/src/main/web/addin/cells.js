// @ts-check
/**
 * What an Excel cell holds, as the service writes it in JSON, and back.
 *
 * @typedef {{ error: string, message?: string }} FailedCell
 * @typedef {string | number | boolean | null | FailedCell} Cell
 * @typedef {{ value: Cell | Cell[][], notes?: string[] }} Calculated
 * @typedef {Calculated | FailedCell} Answer the outcome of one call: a failure is an answer, never an exception
 */

/** The errors a custom function may return, by their code in Microsoft's runtime; it has none for #REF! and #NAME?. */
const RETURNABLE = /** @type {const} */ ({
    '#VALUE!': 'invalidValue',
    '#N/A': 'notAvailable',
    '#DIV/0!': 'divisionByZero',
    '#NUM!': 'invalidNumber',
    '#NULL!': 'nullReference',
});

/** @param {unknown} thing @returns {thing is FailedCell} */
export function isFailure(thing) {
    return typeof thing === 'object' && thing !== null && 'error' in thing;
}

/**
 * An argument as Excel hands it over, ready for the service. Trailing arguments that were left out are dropped, so that
 * =F(1) and =F(1,) are the same call and fold into one.
 * @param {readonly unknown[]} given
 */
export function argumentsToJson(given) {
    const json = given.map(toJson);
    while (json.length > 0 && json.at(-1) === null) json.pop();
    return json;
}

/** @param {unknown} value @returns {Cell | Cell[][]} */
export function toJson(value) {
    return Array.isArray(value)
        ? value.map((row) => (Array.isArray(row) ? row.map(cellToJson) : [cellToJson(row)]))
        : cellToJson(value);
}

/** @param {unknown} value @returns {Cell} */
function cellToJson(value) {
    switch (typeof value) {
        case 'number':
            return Number.isFinite(value) ? value : { error: '#NUM!' };
        case 'boolean':
            return value;
        case 'string':
            return value === '' ? null : value;
        case 'object':
            return value === null ? null : richToJson(/** @type {Record<string, unknown>} */ (value));
        default:
            return null;
    }
}

/**
 * Errors arrive as CustomFunctions.Error, as {type: "CustomFunctionError", code} or as {type: "Error", basicValue},
 * depending on the host; formatted numbers and entities bring the plain value that a cell formula would see.
 * @param {Record<string, unknown>} rich
 * @returns {Cell}
 */
function richToJson(rich) {
    const plain = rich.basicValue ?? rich.code;
    const failed = rich.type === 'Error' || rich.basicType === 'Error' || 'code' in rich;
    if (failed) return { error: typeof plain === 'string' && plain.startsWith('#') ? plain : '#VALUE!' };
    return typeof plain === 'object' ? { error: '#VALUE!' } : cellToJson(plain);
}

/**
 * What Excel accepts as the result of a function. A function whose metadata promises a matrix must return one even for
 * a single value: Excel shows #VALUE! otherwise.
 * @param {Answer} answer
 * @param {boolean} asMatrix
 * @returns {unknown}
 * @throws {CustomFunctions.Error} for a call that failed: only a thrown error keeps its message in every host
 */
export function toExcel(answer, asMatrix) {
    if (isFailure(answer)) throw toError(answer);
    const { value } = answer;
    if (!Array.isArray(value)) {
        const cell = cellToExcel(value);
        if (cell instanceof CustomFunctions.Error) throw cell;
        return asMatrix ? [[cell]] : cell;
    }
    if (value.length === 0 || value[0]?.length === 0) {
        throw toError({ error: '#N/A', message: 'The answer holds no cells.' });
    }
    return value.map((row) => row.map(cellToExcel));
}

/**
 * Microsoft's runtime turns NaN inside a matrix into an empty cell, which would read as zero: it must not get there.
 * @param {Cell | undefined} cell
 */
function cellToExcel(cell) {
    if (isFailure(cell)) return toError(cell);
    if (typeof cell === 'number' && !Number.isFinite(cell)) return toError({ error: '#NUM!' });
    return cell ?? '';
}

/** @param {FailedCell} failure */
function toError({ error, message }) {
    const name = /** @type {Record<string, keyof typeof CustomFunctions.ErrorCode | undefined>} */ (RETURNABLE)[error];
    return name
        ? new CustomFunctions.Error(CustomFunctions.ErrorCode[name], message)
        : new CustomFunctions.Error(
              CustomFunctions.ErrorCode.invalidValue,
              message || `An input cell shows ${error}. Mend that cell first.`,
          );
}
