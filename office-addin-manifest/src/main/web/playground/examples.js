// @ts-check
/**
 * Sheets to start from. The figures are those of the sample company, Tarnfell Instruments: eight months of leads, July
 * to February, with Events behind because two shows were cancelled.
 *
 * @import { Content, Entry, Style } from './content.js'
 * @typedef {{ title: string, content: Content }} Example
 */

const TITLE = 0;
const NOTE = 1;
const HEADER = 2;
const HEADER_RIGHT = 3;
const COUNT = 4;
const PERCENT = 5;
const INPUT = 6;
const TOTAL = 7;
const TOTAL_COUNT = 8;
const TOTAL_PERCENT = 9;
const MONEY = 10;
const SECTION = 11;
const INPUT_PLAIN = 12;
const TOTAL_INPUT = 13;
const AMOUNT = 14;
const HEADER_CENTRE = 15;
const WORD = 16;
const TEXT = 17;

/** The tokens' light colours, as in the templates: what is typed in stands on a tint, what is calculated does not. */
const STYLES = /** @type {Style[]} */ ([
    { bold: true, ink: '#12263f' },
    { ink: '#52616f' },
    { bold: true, ink: '#ffffff', fill: '#12263f' },
    { bold: true, ink: '#ffffff', fill: '#12263f', align: 'right' },
    { format: '#,##0' },
    { format: '0.0%' },
    { format: '#,##0', fill: '#e4f2f1' },
    { bold: true },
    { bold: true, format: '#,##0' },
    { bold: true, format: '0.0%' },
    { format: '#,##0.00' },
    { bold: true, ink: '#0b6e6d' },
    { fill: '#e4f2f1' },
    { bold: true, format: '#,##0', fill: '#e4f2f1' },
    { format: '#,##0.0' },
    { bold: true, ink: '#ffffff', fill: '#12263f', align: 'center' },
    { align: 'center' },
    { align: 'left' },
]);

const CHANNELS = /** @type {[string, number, number][]} */ ([
    ['Search', 4_800, 2_868],
    ['Content', 2_700, 1_617],
    ['Social', 2_600, 1_795],
    ['Events', 2_400, 1_049],
    ['Email', 2_000, 1_194],
    ['Partner', 1_500, 897],
]);

const METRICS = /** @type {[string, number | string, number, string][]} */ ([
    ['Leads', 9_420, 10_133, 'HIGHER'],
    ['Revenue, thousand €', 6_310, 6_200, 'HIGHER'],
    ['Cost per lead, €', 155, 150, 'LOWER'],
    ['Retention, %', 93.1, 92, 'HIGHER'],
    ['Handoffs in time, %', 61, 85, 'HIGHER'],
]);

/** The plan of the year's leads by month, July to June, and what came of it in the eight months that are closed. */
const YEAR = /** @type {[string, number, number | ''][]} */ ([
    ['July', 933, 941],
    ['August', 800, 796],
    ['September', 1_467, 1_483],
    ['October', 1_600, 1_495],
    ['November', 1_600, 1_450],
    ['December', 1_200, 1_019],
    ['January', 1_200, 993],
    ['February', 1_333, 1_243],
    ['March', 1_600, ''],
    ['April', 1_467, ''],
    ['May', 1_467, ''],
    ['June', 1_333, ''],
]);

/** Leads of the two years before, July to June. */
const YEARS_BEFORE = [
    772, 655, 1_198, 1_330, 1_298, 1_003, 985, 1_092, 1_331, 1_190, 1_224, 1_085,
    800, 706, 1_237, 1_383, 1_419, 1_008, 1_056, 1_207, 1_431, 1_342, 1_197, 1_202,
];

/** @returns {Example[]} the first one opens with the page */
export function examples() {
    return [
        { title: 'Plan and actual', content: planAndActual() },
        { title: 'A goal down to the teams', content: goalToTeams() },
        { title: 'A forecast and its range', content: forecast() },
        { title: 'An empty sheet', content: sheetOf('Sheet 1', [], []) },
    ];
}

function planAndActual() {
    const top = 4;
    const total = top + CHANNELS.length;
    // Rows count from 0 here and from 1 in formulas.
    const first = top + 1;
    const last = total + 1;
    const compared = `D${first}:D${last},C${first}:C${last}`;
    /** @type {Entry[]} */
    const cells = [
        [0, 0, 'Tarnfell Instruments: leads by channel, July to February', TITLE],
        [1, 0, 'A sample. Change a figure on a tinted cell and watch; select a cell to see how it came about.', NOTE],
        ...header(3, ['Channel', 'Plan, year', 'Plan to date', 'Actual', 'Variance', 'Variance %', 'Status']),
        [top, 2, `=MPM.CASCADE(C${last},B${first}:B${total},0)`, COUNT],
        [top, 5, `=MPM.VARIANCE.PCT(${compared})`, PERCENT],
        [top, 6, `=MPM.RAG(${compared})`, WORD],
        ...CHANNELS.flatMap(([channel, plan, actual], index) => {
            const row = top + index;
            /** @type {Entry[]} */
            const own = [
                [row, 0, channel],
                [row, 1, plan, INPUT],
                [row, 3, actual, INPUT],
                [row, 4, `=MPM.VARIANCE(D${row + 1},C${row + 1})`, COUNT],
            ];
            /** @type {Entry[]} */
            const spilled = [[row, 2, '', COUNT], [row, 5, '', PERCENT], [row, 6, '', WORD]];
            return index === 0 ? own : [...own, ...spilled];
        }),
        [total, 0, 'Total', TOTAL],
        [total, 1, `=SUM(B${first}:B${total})`, TOTAL_COUNT],
        [total, 2, 10_133, TOTAL_INPUT],
        [total, 3, `=SUM(D${first}:D${total})`, TOTAL_COUNT],
        [total, 4, `=MPM.VARIANCE(D${last},C${last})`, TOTAL_COUNT],
        [total, 5, '', TOTAL_PERCENT],
        [total, 6, '', WORD],
        [total + 1, 0, 'C5 splits the plan to date by the year’s. E5 is one formula a row, F5 one for a column.', NOTE],
        ...scorecard(total + 3),
        ...landing(total + 19),
    ];
    return sheetOf('Leads', cells, [
        [0, 150],
        [1, 90],
        [2, 96],
        [5, 90],
    ]);
}

/** @param {number} top @returns {Entry[]} */
function landing(top) {
    const first = top + 3;
    const last = first + YEAR.length;
    return [
        [top, 0, 'Where will the year end?', SECTION],
        [top + 1, 0, 'The months to come follow the plan at the pace so far. Low and High hold in eight years of ten.', NOTE],
        ...header(top + 2, ['Month of the year', 'Plan', 'Actual']),
        ...YEAR.flatMap(([month, plan, actual], index) => /** @type {Entry[]} */ ([
            [first + index, 0, month],
            [first + index, 1, plan, INPUT],
            [first + index, 2, actual, INPUT],
        ])),
        [top + 2, 4, `=MPM.LANDING(C${first + 1}:C${last},B${first + 1}:B${last})`, HEADER_RIGHT],
        ...columns(top + 2, 2, [COUNT, COUNT, COUNT, COUNT], 4),
    ];
}

/** Metric, Actual, Plan, Variance, Variance %, Attainment, RAG, Weight, Weighted. */
const SCORECARD = [undefined, AMOUNT, AMOUNT, AMOUNT, PERCENT, PERCENT, WORD, undefined, PERCENT];

/** @param {number} top @returns {Entry[]} */
function scorecard(top) {
    const first = top + 2;
    const last = first + METRICS.length;
    return [
        [top, 0, 'The year in five figures', SECTION],
        ...header(top + 1, ['Metric', 'Actual', 'Plan', 'Direction']),
        ...METRICS.flatMap(([metric, actual, plan, direction], index) => {
            const row = first + index;
            return /** @type {Entry[]} */ ([
                [row, 0, metric],
                [row, 1, actual, INPUT_PLAIN],
                [row, 2, plan, INPUT_PLAIN],
                [row, 3, direction, WORD],
            ]);
        }),
        [last + 1, 0, `=MPM.SCORECARD(A${top + 2}:D${last})`, HEADER],
        ...columns(last + 1, METRICS.length + 2, SCORECARD),
    ];
}

function goalToTeams() {
    const tree = /** @type {[string, string, number | string][]} */ ([
        ['MKT', '', ''],
        ['EMEA', 'MKT', 60],
        ['AMER', 'MKT', 40],
        ['DEMAND_EMEA', 'EMEA', 5],
        ['BRAND_EMEA', 'EMEA', 2],
        ['PARTNER_EMEA', 'EMEA', 3],
        ['DEMAND_AMER', 'AMER', 3],
        ['BRAND_AMER', 'AMER', 1],
    ]);
    const first = 6;
    const last = first + tree.length;
    return sheetOf(
        'Goal to teams',
        [
            [0, 0, 'Marketing-sourced revenue, down to the teams without a rounding gap', TITLE],
            [1, 0, 'A sample. Change the goal or a weight: every level still adds up to the cent.', NOTE],
            [3, 0, 'Goal, €', TOTAL],
            [3, 1, 12_000_000, TOTAL_INPUT],
            ...header(5, ['Node', 'Parent', 'Weight']),
            ...tree.flatMap(([node, parent, weight], index) => /** @type {Entry[]} */ ([
                [first + index, 0, node],
                [first + index, 1, parent, WORD],
                [first + index, 2, weight, weight === '' ? COUNT : INPUT],
            ])),
            [5, 4, `=MPM.CASCADE.TREE(A6:C${last},B4)`, HEADER],
            ...columns(5, tree.length + 1, [undefined, WORD, WORD, TEXT, PERCENT, MONEY], 4),
        ],
        [
            [0, 130],
            [4, 130],
            [7, 190],
            [9, 120],
        ],
    );
}

function forecast() {
    const months = [...YEARS_BEFORE, ...YEAR.flatMap(([, , actual]) => actual)].filter((leads) => leads !== '');
    const first = 4;
    const last = first + months.length;
    return sheetOf(
        'Forecast',
        [
            [0, 0, 'Leads of the next six months, and the range they will probably stay in', TITLE],
            [1, 0, 'A sample. The range holds the coming figure in eight months of ten.', NOTE],
            ...header(3, ['Month', 'Leads']),
            ...months.flatMap((leads, index) => /** @type {Entry[]} */ ([
                [first + index, 0, index + 1, WORD],
                [first + index, 1, leads, INPUT],
            ])),
            [3, 3, `=MPM.FORECAST(B${first + 1}:B${last},6,12)`, HEADER_CENTRE],
            ...columns(3, 7, [WORD, COUNT, COUNT, COUNT], 3),
        ],
        [[3, 100]],
    );
}

/** Columns of words are centred, those of figures stand right. */
const WORDS = new Set(['Status', 'Direction', 'Parent', 'Month']);

/** @param {number} row @param {string[]} captions @returns {Entry[]} */
function header(row, captions) {
    const style = (/** @type {string} */ caption) => (WORDS.has(caption) ? WORD : undefined);
    return captions.map((caption, column) => [row, column, caption, headerStyle(column, style(caption))]);
}

/** @param {number} column @param {number | undefined} style of the cells beneath */
function headerStyle(column, style) {
    if (style === WORD) return HEADER_CENTRE;
    return column === 0 || style === TEXT ? HEADER : HEADER_RIGHT;
}

/**
 * The look of a table that a formula will fill: a styled cell without content is not in its way.
 *
 * @param {number} top
 * @param {number} rows the header's included
 * @param {(number | undefined)[]} styles of the columns
 * @param {number} [left]
 * @returns {Entry[]}
 */
function columns(top, rows, styles, left = 0) {
    return styles.flatMap((style, column) =>
        Array.from({ length: rows }, (_, row) => /** @type {Entry} */ ([
            top + row,
            left + column,
            '',
            row === 0 ? headerStyle(column, style) : style,
        ])).filter(([row, , , given]) => given !== undefined && !(row === top && column === 0)),
    );
}

/** @param {string} name @param {Entry[]} cells @param {[number, number][]} widths @returns {Content} */
function sheetOf(name, cells, widths) {
    return { styles: STYLES, sheets: [{ name, widths, cells }] };
}
