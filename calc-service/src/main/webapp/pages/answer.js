// @ts-check
/**
 * An answer of the service as a person reads it. The service writes the answers that stand in a page in the same way
 * (ShownCell and ShownTable), and a test holds them together.
 *
 * @typedef {{ name: string, date?: boolean }} Column
 * @typedef {{ name: string, question: string, columns: Column[], date?: boolean }} Described what /api/v1/functions says
 * @typedef {'number' | 'percent' | 'date'} Reading
 */

const EPOCH = Date.UTC(1899, 11, 30);
const MINUTES_A_DAY = 1440;
/** Below this, decimals would show noughts only. */
const SMALL = 1e-4;

/** @param {string} text */
const isNumber = (text) => text !== '' && Number.isFinite(Number(text));

/** @param {string} text */
const isError = (text) => /^#[A-Z/0_]+[!?]?$/.test(text);

/** @param {string} text @param {Reading} reading */
function readable(text, reading) {
    if (!isNumber(text)) return text;
    const value = Number(text);
    const size = Math.abs(value);
    if (reading === 'date') return date(value);
    if (reading === 'percent') return `${decimal(value * 100, 1)} %`;
    if (size > 0 && size < SMALL) {
        return value.toLocaleString('en-US', { notation: 'scientific', maximumFractionDigits: 2 });
    }
    return decimal(value, size < 1 ? 6 : 4);
}

/** @param {number} value @param {number} decimals */
function decimal(value, decimals) {
    const text = value.toLocaleString('en-US', { maximumFractionDigits: decimals });
    return text === '-0' ? '0' : text;
}

/** @param {number} serial */
function date(serial) {
    const moment = new Date(EPOCH + Math.round(serial * MINUTES_A_DAY) * 60_000);
    const part = (/** @type {Intl.DateTimeFormatOptions} */ options) =>
        moment.toLocaleString('en-US', { timeZone: 'UTC', ...options });
    const day = `${moment.getUTCDate()} ${part({ month: 'short' })} ${moment.getUTCFullYear()}`;
    return Number.isInteger(serial) ? day : `${day}, ${part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`;
}

/**
 * @param {string} text as the service answers it: a value, or lines with tabs
 * @param {Described} [described] the function that answered it
 * @returns {HTMLElement}
 */
export function shown(text, described) {
    const rows = text.split('\n').map((line) => line.split('\t'));
    const [first = []] = rows;
    const columns = described?.columns ?? [];
    const hasCaptions = rows.length > 1
        && first.every((cell) => !isNumber(cell) && !isError(cell))
        && first.some((cell) => columns.some(({ name }) => name === cell));
    const readings = first.map((cell, place) => {
        if (described?.date) return 'date';
        if (hasCaptions) return readingOf(cell, columns.find(({ name }) => name === cell));
        const column = columns.length === first.length ? columns[place] : undefined;
        return column ? readingOf(column.name, column) : 'number';
    });
    if (rows.length === 1 && first.length === 1) return cellOf('span', first[0] ?? '', readings[0] ?? 'number', 'single');

    const table = document.createElement('table');
    if (hasCaptions) {
        const captions = table.createTHead().insertRow();
        rows.shift();
        for (const [place, caption] of first.entries()) {
            const cell = document.createElement('th');
            cell.scope = 'col';
            cell.className = rows.every((row) => row[place] === '' || isNumber(row[place] ?? '') || isError(row[place] ?? ''))
                ? 'number' : '';
            cell.textContent = caption;
            captions.append(cell);
        }
    }
    const body = table.createTBody();
    for (const row of rows) {
        body.insertRow().append(...row.map((cell, place) => cellOf('td', cell, readings[place] ?? 'number')));
    }
    return table;
}

/** @param {string} caption @param {Column} [column] @returns {Reading} */
function readingOf(caption, column) {
    if (column?.date) return 'date';
    return caption.endsWith('%') ? 'percent' : 'number';
}

/** @param {string} tag @param {string} text @param {Reading} reading @param {string[]} looks */
function cellOf(tag, text, reading, ...looks) {
    const cell = document.createElement(tag);
    cell.textContent = readable(text, reading);
    cell.className = [...looks, isNumber(text) ? 'number' : isError(text) ? 'error' : ''].join(' ').trim();
    return cell;
}
