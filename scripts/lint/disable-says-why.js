/** A comment that switches a rule off must say why: `eslint-disable-next-line rule -- the reason`. */
export const disableSaysWhy = {
  meta: {
    type: 'problem',
    docs: { description: 'A rule is only switched off with a reason' },
    schema: [],
    messages: { why: 'Say why the rule is switched off: "... -- the reason".' },
  },
  create(context) {
    return {
      Program() {
        for (const comment of context.sourceCode.getAllComments()) {
          if (!/^\s*eslint-disable/.test(comment.value)) continue
          if (/\s--\s+\S+/.test(comment.value)) continue
          context.report({ loc: comment.loc, messageId: 'why' })
        }
      },
    }
  },
}
