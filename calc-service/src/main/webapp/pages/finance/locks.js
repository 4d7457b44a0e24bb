// @ts-check
/**
 * How far a scenario is closed: every unit in every period, and what closes or opens them.
 * @import { View } from './view.js'
 */
import { element } from '/addin/dom.js';
import { field, form, input, muted, named, periodOptions, scrolling, select, yearOptions } from './view.js';

const STATES = ['OPEN', 'SUBMITTED', 'APPROVED', 'LOCKED'];

/** @type {Record<string, string>} as narrow as a month is wide */
const SHORT = { OPEN: 'Open', SUBMITTED: 'Handed in', APPROVED: 'Approved', LOCKED: 'Locked' };

const FROZEN =
    'The version that counts is frozen: everything in it is locked. Reopening a period opens a new version.';
const WHO_MAY = 'A planner hands a period in, an approver approves it, a controller locks and reopens it.';

/** @type {View} */
export async function show({ service, asked, say, may, again, go }) {
    const [{ scenarios }, { years, periods }] = await Promise.all([service.get('scenarios'), service.get('periods')]);
    if (scenarios.length === 0 || years.length === 0) {
        return [muted('There is no scenario, or no fiscal year is open: an administrator opens the first.')];
    }
    const planned = scenarios.find((/** @type {any} */ { kind }) => kind === 'PLAN') ?? scenarios[0];
    const scenario = scenarios.find((/** @type {any} */ { code }) => code === asked.get('scenario')) ?? planned;
    const year = asked.get('year') ?? `FY${scenario.year ?? years.at(-1)}`;
    const grid = await service.get('locks/grid', { scenario: scenario.code, period: year });

    const wanted = form('Scenario and year', [
        field('Scenario', select('scenario', named(scenarios), scenario.code)),
        field('Fiscal year', select('year', yearOptions(years), year)),
    ], 'Show', (values) => go(values).then(() => ''), say);

    const why = element('p', { role: 'status', class: 'muted' }, [
        'Choose a square to see who closed it and why, or to change it.',
    ]);
    const units = grid.units.map((/** @type {any} */ { org, name }) => [org, `${name} (${org})`]);
    const org = select('org', units, undefined);
    const ofYear = periods.filter((/** @type {any} */ each) => each.period.startsWith(`${year}-`));
    const period = select('period', periodOptions(ofYear), undefined);
    const state = select('state', STATES.map((each) => [each, SHORT[each] ?? each]), 'LOCKED');
    const change = form('Close or open', [
        field('Unit, with all its parts', org),
        field('Period', period),
        field('Becomes', state),
        field('Reason, to reopen', input('reason')),
    ], 'Set', async (values) => {
        await service.post('locks', { scenario: scenario.code, ...values });
        await again();
        const { org: unit, period: time, state: intended = '' } = values;
        const { units: changed } = await service.get('locks/grid', { scenario: scenario.code, period: year });
        const { state: now, on } = squareOf(changed, unit, time) ?? { state: intended };
        const elsewhere = now === intended ? '' : `, with all of ${on}: change it there`;
        return `${scenario.name}, ${unit}, ${time}: ${SHORT[now]?.toLowerCase()}${elsewhere}.`;
    }, say);

    /** @param {any} unit @param {any} square */
    const choose = (unit, square) => {
        // What is closed with a whole is opened there.
        org.value = square.on ?? unit.org;
        period.value = square.period;
        state.value = square.state === 'OPEN' ? 'LOCKED' : 'OPEN';
        why.textContent = whyOf(unit, square, grid.frozen);
    };
    return [
        wanted,
        ...(grid.frozen ? [muted(FROZEN)] : []),
        squares(grid, choose),
        why,
        may('CONTROLLER', 'APPROVER', 'PLANNER') ? change : muted(WHO_MAY),
    ];
}

/** @param {any[]} units @param {string | undefined} org @param {string | undefined} period none of a longer one */
function squareOf(units, org, period) {
    return units.find((unit) => unit.org === org)?.states.find((/** @type {any} */ each) => each.period === period);
}

/**
 * One stop for the Tab key; the arrows go from square to square.
 * @param {any} grid
 * @param {(unit: any, square: any) => void} choose
 */
function squares(grid, choose) {
    const heads = (grid.units[0]?.states ?? []).map((/** @type {any} */ { period }) =>
        element('th', { scope: 'col' }, [period.replace(/^FY\d+-/, '')]));
    /** @type {HTMLButtonElement[][]} */
    const all = [];
    const rows = grid.units.map((/** @type {any} */ unit, /** @type {number} */ row) => {
        const buttons = unit.states.map((/** @type {any} */ square, /** @type {number} */ column) => {
            const made = element('button', {
                type: 'button',
                'data-state': square.state,
                'aria-label': `${unit.name}, ${square.period}: ${SHORT[square.state]}`,
                'aria-pressed': 'false',
                tabindex: row + column > 0 ? '-1' : '0',
            }, [SHORT[square.state] ?? '']);
            made.addEventListener('click', () => {
                for (const each of all.flat()) each.ariaPressed = String(each === made);
                choose(unit, square);
            });
            made.addEventListener('keydown', (event) => move(event, all, row, column));
            return made;
        });
        all.push(buttons);
        const depth = `depth-${Math.min(unit.depth, 4)}`;
        const cells = buttons.map((/** @type {HTMLElement} */ each) => element('td', {}, [each]));
        return element('tr', {}, [element('th', { scope: 'row', class: depth, title: unit.org }, [unit.name]), ...cells]);
    });
    return scrolling('Locks', element('table', { class: 'squares' }, [
        element('thead', {}, [element('tr', {}, [element('th', { scope: 'col' }, ['Unit']), ...heads])]),
        element('tbody', {}, rows),
    ]));
}

/** @type {Record<string, readonly [number, number]>} */
const MOVES = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

/** @param {KeyboardEvent} event @param {HTMLButtonElement[][]} all @param {number} row @param {number} column */
function move(event, all, row, column) {
    const [down, right] = MOVES[event.key] ?? [0, 0];
    const next = all[row + down]?.[column + right];
    if (!(event.key in MOVES) || !next) return;
    event.preventDefault();
    for (const each of all.flat()) each.tabIndex = each === next ? 0 : -1;
    next.focus();
}

/** @param {any} unit @param {any} square @param {boolean} frozen */
function whyOf(unit, square, frozen) {
    const place = `${unit.name}, ${square.period}:`;
    if (frozen) return `${place} locked, because the version is frozen.`;
    if (square.state === 'OPEN') return `${place} open. Planners can enter figures here.`;
    const state = SHORT[square.state]?.toLowerCase();
    if (!square.by) return `${place} ${state}, part by part.`;
    const where = square.on === unit.org ? '' : `, with all of ${square.on}`;
    const said = square.reason ? ` “${square.reason}”` : '';
    return `${place} ${state}${where}, by ${square.by} on ${square.at.slice(0, 10)}.${said}`;
}
