// What the page must never do, found in its syntax tree with the types that TypeScript knows.
//
// - A number drawn by itself. Numbers of harm are drawn by <Figure>, which carries the way back to who said them; all
//   others by <Num>, <Percent>, <Size>, <When>, <Moment>. So no number is ever without its origin or its digits.
// - A string of others that is not isolated: it belongs in <Foreign>, <Quote>, <Code> or a message.
// - Words that no message holds: they would stay English.
import ts from "typescript";

/** Where numbers become letters. */
const NUMBERS_HERE = /src\/parts\/(words|Figure)\.tsx$/;
const ISOLATES = new Set(["Foreign", "Quote", "Code", "bdi", "code", "kbd"]);
/** What stands in these is a name of a key, a command or an id, the same in every language. */
const NO_LANGUAGE = new Set(["Code", "code", "kbd"]);
/** Calls that give words of ours. */
const OURS = /^(m\.\w+|label|words|chartName|plain)$/;
const SPOKEN = new Set(["aria-label", "label", "title", "placeholder", "alt"]);
const FORMATS = /^(number|range|signed|percent|bytes|format\.\w+)$/;

/** @typedef {{ file: string, line: number, rule: string, words: string }} Finding */

/**
 * @param {ts.Program} program
 * @param {(file: string) => boolean} wanted
 * @returns {Finding[]}
 */
export function check(program, wanted) {
  const checker = program.getTypeChecker();
  /** @type {Finding[]} */
  const findings = [];
  for (const source of program.getSourceFiles()) {
    if (source.isDeclarationFile || !wanted(source.fileName)) continue;
    /** @param {ts.Node} node @param {string} rule @param {string} words */
    const find = (node, rule, words) => {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      findings.push({ file: source.fileName, line: line + 1, rule, words });
    };
    /** @param {ts.Node} node */
    const visit = (node) => {
      if (ts.isJsxText(node)) {
        if (/\p{L}/u.test(node.text) && !NO_LANGUAGE.has(tagOf(node.parent))) find(node, "bare-words", `"${node.text.trim()}" is not in a message`);
        if (/\p{N}/u.test(node.text)) find(node, "bare-number", `"${node.text.trim()}" is a number in the text`);
      }
      if (ts.isJsxAttribute(node) && node.initializer && ts.isStringLiteral(node.initializer)) spoken(node.name.getText(source), node.initializer);
      if (ts.isJsxExpression(node) && node.expression && ts.isJsxAttribute(node.parent)) slotted(node.expression);
      if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) slotted(node.body);
      if (ts.isReturnStatement(node) && node.expression) slotted(node.expression);
      if (ts.isJsxExpression(node) && node.expression && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))) drawn(node.expression, tagOf(node.parent));
      ts.forEachChild(node, visit);
    };
    /** @param {string} name @param {ts.StringLiteral} value */
    const spoken = (name, value) => {
      if (SPOKEN.has(name) && /\p{L}/u.test(value.text))
        find(value, "bare-words", `${name}="${value.text}" is not in a message`);
    };
    /**
     * What is handed to a place that will draw it: a prop or a result that may be any node of the page.
     * @param {ts.Expression} expression
     */
    const slotted = (expression) => {
      const wanted = checker.getContextualType(expression);
      if (wanted && isNode(wanted) && isNumber(checker.getTypeAtLocation(expression))) drawn(expression, "");
    };
    /**
     * What becomes letters on the page.
     * @param {ts.Expression} expression
     * @param {string} tag
     */
    const drawn = (expression, tag) => {
      if (ts.isParenthesizedExpression(expression)) return drawn(expression.expression, tag);
      if (ts.isConditionalExpression(expression)) {
        drawn(expression.whenTrue, tag);
        return drawn(expression.whenFalse, tag);
      }
      if (ts.isBinaryExpression(expression)) {
        const kind = expression.operatorToken.kind;
        if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return drawn(expression.right, tag);
        if (kind === ts.SyntaxKind.QuestionQuestionToken || kind === ts.SyntaxKind.BarBarToken) {
          drawn(expression.left, tag);
          return drawn(expression.right, tag);
        }
      }
      if (ts.isJsxElement(expression) || ts.isJsxSelfClosingElement(expression) || ts.isJsxFragment(expression)) return;
      if (NUMBERS_HERE.test(source.fileName)) return;
      if (ts.isTemplateExpression(expression)) {
        for (const span of expression.templateSpans) {
          if (isNumber(checker.getTypeAtLocation(span.expression))) find(span, "bare-number", `${span.expression.getText(source)} is a number in a string`);
        }
        for (const span of expression.templateSpans) drawn(span.expression, tag);
        return;
      }
      if (ts.isStringLiteralLike(expression)) {
        if (/\p{L}/u.test(expression.text) && !NO_LANGUAGE.has(tag)) find(expression, "bare-words", `"${expression.text}" is not in a message`);
        if (/\p{N}/u.test(expression.text)) find(expression, "bare-number", `"${expression.text}" is a number`);
        return;
      }
      if (ts.isCallExpression(expression)) {
        const callee = expression.expression.getText(source);
        if (callee === "String" || /\.(toString|toLocaleString|toFixed|toPrecision)$/.test(callee)) {
          const inner = expression.arguments[0] ?? (ts.isPropertyAccessExpression(expression.expression) ? expression.expression.expression : undefined);
          if (inner && isNumber(checker.getTypeAtLocation(inner))) find(expression, "bare-number", `${expression.getText(source)} writes a number without <Num> or <Figure>`);
        }
        if (FORMATS.test(callee)) find(expression, "bare-number", `${callee}() writes a number without <Num> or <Figure>`);
        if (/^m\.\w+$/.test(callee)) {
          const given = expression.arguments[0];
          // Choosing a form by a number is allowed where the sentence does not show it; a component shows it better.
          if (given && ts.isObjectLiteralExpression(given) && shown(given)) find(expression, "bare-number", `${callee} shows a number: use <Say of={${callee}}>`);
          return;
        }
        if (OURS.test(callee)) return;
      }
      const type = checker.getTypeAtLocation(expression);
      if (isNumber(type)) find(expression, "bare-number", `${expression.getText(source)} is a number: draw it with <Num> or <Figure>`);
      else if (isString(type) && !ISOLATES.has(tag) && !isAuto(expression)) {
        const text = expression.getText(source);
        if (!FINE.has(text)) find(expression, "foreign", `${text} is a string that may be foreign: put it into <Foreign>`);
      }
    };
    /** @param {ts.ObjectLiteralExpression} given */
    const shown = (given) =>
      given.properties.some((property) => ts.isPropertyAssignment(property) && isNumber(checker.getTypeAtLocation(property.initializer)));
    visit(source);
  }
  return findings;

  /** Anything that React draws: a number among other things. @param {ts.Type} type @returns {boolean} */
  function isNode(type) {
    return type.isUnion() && type.types.some((one) => (one.flags & ts.TypeFlags.Object) !== 0) && type.types.some((one) => (one.flags & ts.TypeFlags.NumberLike) !== 0);
  }
  /** @param {ts.Type} type @returns {boolean} */
  function isNumber(type) {
    if (isNode(type)) return false;
    if (type.isUnion()) return type.types.some(isNumber);
    return (type.flags & (ts.TypeFlags.NumberLike | ts.TypeFlags.BigIntLike)) !== 0;
  }
  /** @param {ts.Type} type @returns {boolean} */
  function isString(type) {
    if (type.isUnion()) return type.types.every((one) => isString(one) || (one.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.BooleanLike)) !== 0) && type.types.some(isString);
    return (type.flags & ts.TypeFlags.StringLike) !== 0;
  }
}

/** Strings that are words of ours by another way: props that callers fill from messages. */
const FINE = new Set(["action", "title", "words", "term", "label", "today", "column.head", "note", "text", "command.label()", "kind.label()", "kind.words()", "reason", "error", "flag"]);

/** Whether an element around it takes its direction from its letters. @param {ts.Node} node */
function isAuto(node) {
  for (let at = node.parent; at; at = at.parent)
    if (ts.isJsxElement(at) && (ISOLATES.has(tagOf(at)) || at.openingElement.attributes.properties.some((one) => ts.isJsxAttribute(one) && one.getText() === 'dir="auto"'))) return true;
  return false;
}

/** @param {ts.Node} node */
const tagOf = (node) => (ts.isJsxElement(node) ? node.openingElement.tagName.getText() : "");

/** Styles: only properties that turn with the direction of writing. */
const PHYSICAL = [
  [/(?<![\w-])(margin|padding|border|scroll-margin|scroll-padding)-(left|right|top|bottom)(-\w+)?\s*:/g, "use the logical form: margin-inline-start, padding-block-end, …"],
  [/(?<![\w-])(left|right|top|bottom)\s*:/g, "use inset-inline-start, inset-block-end, …"],
  [/(?<![\w-])(min-|max-)?(width|height)\s*:/g, "use inline-size and block-size"],
  [/(text-align|float|clear)\s*:\s*(left|right)/g, "use start and end"],
  [/border-(top|bottom)-(left|right)-radius/g, "use border-start-start-radius, …"],
  [/\b\d*\.?\d+(vw|vh)\b/g, "use vi and vb"],
];

/** @param {string} file @param {string} css @returns {Finding[]} */
export function checkStyle(file, css) {
  /** @type {Finding[]} */
  const findings = [];
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " ")).replace(/@media[^{]*/g, (query) => query.replace(/[^\n]/g, " "));
  for (const [pattern, words] of PHYSICAL)
    for (const found of bare.matchAll(/** @type {RegExp} */ (pattern)))
      findings.push({ file, line: bare.slice(0, found.index).split("\n").length, rule: "physical", words: `${found[0].trim()} ${words}` });
  for (const found of bare.matchAll(/url\(\s*["']?(https?:)?\/\//g))
    findings.push({ file, line: bare.slice(0, found.index).split("\n").length, rule: "off-origin", words: "a style asks another machine" });
  return findings;
}
