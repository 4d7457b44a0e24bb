// @ts-check
// The spreadsheet component, Univer, behind what the playground needs of it. Everything that knows Univer's classes and
// commands is in this file; its data are in snapshot.js.

import { IConfigService, LocaleType, Univer, mergeLocales } from '@univerjs/core';
import { FUniver } from '@univerjs/core/facade';
import {
    ArrayValueObject,
    BaseFunction,
    BooleanValueObject,
    ENGINE_FORMULA_PLUGIN_CONFIG_KEY,
    ErrorValueObject,
    FormulaDataModel,
    FunctionType,
    IDescriptionService,
    IFunctionService,
    ILayoutService,
    NullValueObject,
    NumberValueObject,
    SetTriggerFormulaCalculationStartMutation,
    SheetsSelectionsService,
    StringValueObject,
    UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import coreWords from '@univerjs/preset-sheets-core/locales/en-US';
import { UniverSheetsConditionalFormattingPreset } from '@univerjs/preset-sheets-conditional-formatting';
import conditionalWords from '@univerjs/preset-sheets-conditional-formatting/locales/en-US';
import { UniverSheetsDataValidationPreset } from '@univerjs/preset-sheets-data-validation';
import validationWords from '@univerjs/preset-sheets-data-validation/locales/en-US';
import { split } from '../addin/workbook.js';
import { CustomFunctionsError } from './custom-functions.js';
import { holds, rangesOf, readArea } from './ranges.js';
import { cellDataOf, contentOf, entriesOf, workbookOf } from './snapshot.js';

/**
 * @import { BaseValueObject } from '@univerjs/preset-sheets-core'
 * @import { CellAddress, Value } from './calls.js'
 * @import { Given, Scalar } from './arguments.js'
 * @import { Content, Entry, Style } from './content.js'
 * @import { Area } from './ranges.js'
 *
 * @typedef {object} Definition A worksheet function.
 * @property {string} name with its namespace: MPM.VARIANCE
 * @property {string} description
 * @property {{ name: string, description: string, range: boolean, optional: boolean, repeating: boolean }[]} parameters
 * @property {(given: Given[], cell: CellAddress) => Value | CustomFunctionsError | undefined} evaluate
 *   answers at once; undefined means that the cell waits
 *
 * @typedef {object} Shown What a cell shows.
 * @property {CellAddress} cell
 * @property {string} formula as text; empty without one
 * @property {unknown} value
 * @property {CellAddress} [spilledFrom] the cell whose formula fills this one
 * @property {Area} [spill] the range that the formula fills
 * @property {string} [leadsTo] the place that a click on the cell leads to, such as 'Annual plan'!A1
 */

/** An error that no function returns: it stands in a cell until its answer is there, and Excel's #BUSY! looks alike. */
const WAITING = '#GETTING_DATA';

/** These fetch pictures and open pages from anywhere on the web; a shared link could make a reader's browser do so. */
const REACHING_OUT = /** @type {any[]} */ (['IMAGE', 'HYPERLINK']);

/** Univer has lost these words, and shows the names of their places instead. */
const PROGRESS = {
    analyzing: 'Reading the formulas …',
    calculating: 'Calculating …',
    'array-analysis': 'Reading the formulas …',
    'array-calculation': 'Calculating …',
    done: 'Calculated.',
};

/** Rows and columns move: what is known by a cell's address is known no more. */
const MOVES = /^sheet\.mutation\.(insert-(row|col)|remove-(rows|col|sheet)|move-(rows|columns|range)|reorder-range)$/;
const SET_VALUES = 'sheet.mutation.set-range-values';

/** After so many formulas the engine lets the page breathe; its own 500 can be felt while typing. */
const FORMULAS_IN_A_ROW = 100;

export class Sheet {
    #univer;
    #functions;
    #data;
    #computing = false;
    /** Asked for at every cell, and slow to look up. Good for one calculation. @type {Map<string, string>} */
    #names = new Map();
    /** @type {CellAddress[]} */
    #due = [];
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    #timer;

    /** Univer's own facade, for what this class does not cover. */
    api;

    /** A calculation has ended. */
    onCalculated = () => {};
    /** Somebody has put something else into these cells. @type {(cells: CellAddress[]) => void} */
    onOverwritten = () => {};
    /** Cells have moved to other addresses. */
    onMoved = () => {};
    /** Another cell is selected, or the selected one shows something else. */
    onSelected = () => {};
    /** A formula is being typed; undefined when typing has ended. @type {(text: string | undefined) => void} */
    onTyping = () => {};

    /** @param {{ container: HTMLElement, dark: boolean, roomy: boolean }} options roomy: there is space for a ribbon */
    constructor({ container, dark, roomy }) {
        const words = mergeLocales(coreWords, conditionalWords, validationWords, {
            'sheets-formula': { .../** @type {any} */ (coreWords)['sheets-formula'], progress: PROGRESS },
        });
        this.#univer = new Univer({ locale: LocaleType.EN_US, locales: { [LocaleType.EN_US]: words }, darkMode: dark });
        const presets = [
            UniverSheetsCorePreset({
                container,
                toolbar: roomy,
                ribbonType: 'simple',
                disableAutoFocus: true,
                statusBarStatistic: roomy,
            }),
            UniverSheetsConditionalFormattingPreset(),
            UniverSheetsDataValidationPreset({ showEditOnDropdown: false, showSearchOnDropdown: false }),
        ];
        for (const plugin of presets.flatMap(({ plugins }) => /** @type {any[]} */ (plugins))) {
            if (Array.isArray(plugin)) this.#univer.registerPlugin(plugin[0], plugin[1]);
            else this.#univer.registerPlugin(plugin);
        }
        this.api = FUniver.newAPI(this.#univer);
        const injector = this.#univer.__getInjector();
        this.#functions = injector.get(IFunctionService);
        this.#data = injector.get(FormulaDataModel);
        const pace = { intervalCount: FORMULAS_IN_A_ROW };
        injector.get(IConfigService).setConfig(ENGINE_FORMULA_PLUGIN_CONFIG_KEY, pace, { merge: true });
        // Univer starts what it has for sheets with the first of them: before, it knows no functions.
        this.open({ styles: [], sheets: [{ name: 'Sheet 1', widths: [], cells: [] }] });
        this.#listen();
    }

    #listen() {
        const formula = this.api.getFormula();
        formula.calculationStart(() => {
            this.#computing = true;
            this.#names.clear();
        });
        formula.calculationEnd(() => {
            this.#computing = false;
            this.onCalculated();
            this.onSelected();
            this.#calculateSoon();
        });
        this.api.onCommandExecuted((command, options) => {
            if (MOVES.test(command.id)) this.onMoved();
            // A calculation writes its results with the same command; only those it marks as local.
            if (command.id === SET_VALUES && !options?.onlyLocal) this.onOverwritten(cellsOf(command.params));
        });
        // The facade's own event is silent for the first three seconds, in which people already select cells.
        this.#univer.__getInjector().get(SheetsSelectionsService).selectionChanged$.subscribe(() => this.onSelected());
        this.api.addEvent(this.api.Event.CellClicked, ({ worksheet, row, column }) => {
            const place = worksheet.getRange(row, column).getCellData()?.custom?.['leadsTo'];
            if (place) this.goTo(place);
        });
        this.api.addEvent(this.api.Event.SheetEditChanging, ({ value }) => this.onTyping(value.toPlainText()));
        this.api.addEvent(this.api.Event.SheetEditEnded, () => this.onTyping(undefined));
    }

    /** @param {boolean} dark */
    darken(dark) {
        this.api.toggleDarkMode(dark);
    }

    /** @param {Definition[]} definitions */
    define(definitions) {
        this.#functions.unregisterExecutors(...REACHING_OUT);
        this.#functions.unregisterDescriptions(...REACHING_OUT);
        this.#functions.registerExecutors(...definitions.map((each) => new Executor(each)));
        this.#univer.__getInjector().get(IDescriptionService).registerDescriptions(definitions.map(described));
    }

    /** Calculates these cells, and what depends on them, as soon as the engine is free. @param {CellAddress[]} cells */
    recalculate(cells) {
        for (const cell of cells) this.#due.push(cell);
        this.#calculateSoon();
    }

    /** Many answers arrive within milliseconds: one calculation shows them all. */
    #calculateSoon() {
        if (this.#computing || this.#due.length === 0) return;
        this.#timer ??= setTimeout(() => {
            this.#timer = undefined;
            if (this.#computing) return;
            const unitId = this.#workbook().getId();
            const dirtyRanges = rangesOf(this.#due).map(({ sheet, area }) => ({ unitId, sheetId: sheet, range: area }));
            this.#due = [];
            this.#trigger({ dirtyRanges, forceCalculation: false });
        }, 8);
    }

    /** Calculates every formula. */
    recalculateAll() {
        this.#due = [];
        this.#trigger({ dirtyRanges: [], forceCalculation: true });
    }

    /** @param {{ dirtyRanges: object[], forceCalculation: boolean }} dirty */
    #trigger(dirty) {
        const nothing = {
            dirtyNameMap: {},
            dirtyDefinedNameMap: {},
            dirtySuperTableMap: {},
            dirtyUnitFeatureMap: {},
            dirtyUnitOtherFormulaMap: {},
            clearDependencyTreeCache: {},
        };
        const command = SetTriggerFormulaCalculationStartMutation.id;
        void this.api.executeCommand(command, { ...nothing, ...dirty }, { onlyLocal: true });
    }

    #workbook() {
        const workbook = this.api.getActiveWorkbook();
        if (!workbook) throw new Error('No sheet is open. Load the page again.');
        return workbook;
    }

    /** @param {string} sheet its id */
    nameOf(sheet) {
        const known = this.#names.get(sheet);
        if (known !== undefined) return known;
        const name = this.#workbook().getSheetBySheetId(sheet)?.getSheetName() ?? '';
        this.#names.set(sheet, name);
        return name;
    }

    /** Replaces what the page shows, and selects the first formula of MPM, or what there is. @param {Content} content */
    open(content) {
        const open = this.api.getActiveWorkbook();
        if (open) this.api.disposeUnit(open.getId());
        this.#due = [];
        this.onTyping(undefined);
        this.api.createWorkbook(workbookOf(content));
        const cells = content.sheets[0]?.cells ?? [];
        const formula = cells.find(([, , input]) => String(input).startsWith('=MPM.'));
        const [row, column] = formula ?? cells.find(([, , input]) => input !== '') ?? [0, 0];
        this.#activate(row, column);
    }

    /** @returns {Content} */
    content() {
        const formula = this.api.getFormula();
        return contentOf(this.#workbook().save(), (first, row, column) =>
            formula.moveFormulaRefOffset(first.formula, column - first.column, row - first.row),
        );
    }

    /** Writes into the active sheet. @param {Entry[]} cells @param {Style[]} styles */
    write(cells, styles) {
        const sheet = this.#workbook().getActiveSheet();
        const last = Math.max(...cells.map(([row]) => row));
        const missing = last + 1 - sheet.getMaxRows();
        if (missing > 0) sheet.insertRowsAfter(sheet.getMaxRows() - 1, missing);
        for (const [row, column, input, style] of cells) {
            sheet.getRange(row, column).setValue(cellDataOf(input, style === undefined ? undefined : styles[style]));
        }
    }

    /** @param {number} row @param {number} column of the active sheet */
    select(row, column) {
        this.#activate(row, column);
        this.#workbook().getActiveSheet().scrollToCell(Math.max(0, row - 3), 0);
    }

    /** A merged cell as a whole. @param {number} row @param {number} column */
    #activate(row, column) {
        const sheet = this.#workbook().getActiveSheet();
        (sheet.getCellMergeData(row, column) ?? sheet.getRange(row, column)).activate();
    }

    /** @param {string} place such as 'Annual plan'!A1 */
    goTo(place) {
        const { sheet, cell } = split(place);
        const area = readArea(cell);
        const found = this.#workbook().getSheetByName(sheet);
        if (!area || !found) return;
        this.#workbook().setActiveSheet(found);
        this.select(area.startRow, area.startColumn);
    }

    /** Takes the keyboard. */
    focus() {
        this.#univer.__getInjector().get(ILayoutService).focus();
    }

    /** @returns {number} the first row of the active sheet beneath everything, spilled results included */
    firstFreeRow() {
        const sheet = this.#workbook().getActiveSheet();
        const used = sheet.getLastRow();
        return 1 + Math.max(used, ...this.#spills(sheet.getSheetId()).map(({ area }) => area.endRow));
    }

    /** @param {string} sheet @returns {{ row: number, column: number, area: Area }[]} */
    #spills(sheet) {
        const spills = this.#data.getArrayFormulaRange()[this.#workbook().getId()]?.[sheet] ?? {};
        return entriesOf(spills).flatMap(([row, columns]) =>
            entriesOf(columns).map(([column, area]) => ({ row, column, area: /** @type {Area} */ (area) })),
        );
    }

    /** @returns {Shown | undefined} what the selected cell shows */
    selected() {
        const sheet = this.api.getActiveWorkbook()?.getActiveSheet();
        const current = sheet?.getSelection()?.getCurrentCell();
        if (!sheet || !current) return undefined;
        return this.shown({ sheet: sheet.getSheetId(), row: current.startRow, column: current.startColumn });
    }

    /** @param {CellAddress} cell @returns {Shown | undefined} */
    shown(cell) {
        const range = this.#workbook().getSheetBySheetId(cell.sheet)?.getRange(cell.row, cell.column);
        if (!range) return undefined;
        const formula = range.getFormula() ?? '';
        const source = this.#spills(cell.sheet).find(({ area }) => holds(area, cell.row, cell.column));
        const own = source?.row === cell.row && source.column === cell.column;
        const leadsTo = range.getCellData()?.custom?.['leadsTo'];
        return {
            cell,
            formula,
            value: range.getCellData()?.v ?? null,
            ...(leadsTo && { leadsTo }),
            ...(source && own && { spill: source.area }),
            ...(source && !own && !formula && { spilledFrom: { ...cell, row: source.row, column: source.column } }),
        };
    }

    /** @param {CellAddress} cell @returns {boolean} whether something was typed into the cell */
    isFilled({ sheet, row, column }) {
        const data = this.#workbook().getSheetBySheetId(sheet)?.getSheet().getCellRaw(row, column);
        return Boolean(data?.f || data?.si || (data?.v !== undefined && data.v !== null && data.v !== ''));
    }
}

/** A function as the engine calls it. The engine awaits asynchronous ones cell by cell, so this one never waits. */
class Executor extends BaseFunction {
    #evaluate;

    /** @param {Definition} definition */
    constructor({ name, evaluate }) {
        super(/** @type {any} */ (name));
        this.#evaluate = evaluate;
    }

    /** @override @param {BaseValueObject[]} given @returns {BaseValueObject} */
    calculate(...given) {
        // An input still waits: this cell is calculated again when it has come, and must not ask the service before.
        if (given.some(isWaiting)) return ErrorValueObject.create(/** @type {any} */ (WAITING));
        const cell = { sheet: this.subUnitId ?? '', row: this.row, column: this.column };
        const value = this.#evaluate(given.map(givenOf), cell);
        if (value === undefined) return ErrorValueObject.create(/** @type {any} */ (WAITING));
        if (!Array.isArray(value)) return valueObject(value);
        const single = value.length === 1 && value[0]?.length === 1 ? value[0][0] : undefined;
        return single === undefined ? matrixObject(value) : valueObject(single);
    }
}

/** @param {BaseValueObject} object */
function rowsOf(object) {
    return /** @type {ArrayValueObject} */ (object).getArrayValue();
}

/** @param {BaseValueObject | null | undefined | void} object @returns {boolean} */
function isWaiting(object) {
    if (object?.isArray()) return rowsOf(object).some((row) => row.some((cell) => isWaiting(cell)));
    return object?.isError() === true && /** @type {ErrorValueObject} */ (object).getErrorType() === WAITING;
}

/** @param {BaseValueObject} object @returns {Given} undefined for an argument left out, as in =F(1,,2) */
function givenOf(object) {
    if (object.isArray()) return rowsOf(object).map((row) => row.map((cell) => scalarOf(cell)));
    return object.isNull() ? undefined : scalarOf(object);
}

/** @param {BaseValueObject | null | undefined | void} object @returns {Scalar} */
function scalarOf(object) {
    if (!object || object.isNull()) return null;
    if (object.isError()) return new CustomFunctionsError(/** @type {ErrorValueObject} */ (object).getErrorType());
    return object.getValue();
}

/** @param {Scalar[][]} rows */
function matrixObject(rows) {
    return ArrayValueObject.create({
        calculateValueList: rows.map((row) => row.map(valueObject)),
        rowCount: rows.length,
        columnCount: rows[0]?.length ?? 0,
        unitId: '',
        sheetId: '',
        row: -1,
        column: -1,
    });
}

/** @param {Scalar} value @returns {BaseValueObject} */
function valueObject(value) {
    if (value === null) return NullValueObject.create();
    if (typeof value === 'number') return NumberValueObject.create(value);
    if (typeof value === 'boolean') return BooleanValueObject.create(value);
    if (value instanceof CustomFunctionsError) return ErrorValueObject.create(/** @type {any} */ (value.code));
    return StringValueObject.create(value);
}

/** @param {Definition} definition the help that Univer shows while a formula is typed */
function described({ name, description, parameters }) {
    return {
        functionName: name,
        functionType: FunctionType.User,
        description,
        abstract: description,
        functionParameter: parameters.map((parameter) => ({
            name: parameter.name,
            detail: parameter.description,
            example: parameter.range ? 'A1:A10' : '100',
            require: /** @type {0 | 1} */ (parameter.optional ? 0 : 1),
            repeat: /** @type {0 | 1} */ (parameter.repeating ? 1 : 0),
        })),
    };
}

/** @param {any} params of the command that sets values @returns {CellAddress[]} */
function cellsOf(params) {
    return entriesOf(params?.cellValue ?? {}).flatMap(([row, columns]) =>
        entriesOf(columns ?? {}).map(([column]) => ({ sheet: params.subUnitId, row, column })),
    );
}
