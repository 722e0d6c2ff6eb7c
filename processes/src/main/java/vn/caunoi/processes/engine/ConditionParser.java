package vn.caunoi.processes.engine;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.caunoi.processes.engine.Condition.Both;
import vn.caunoi.processes.engine.Condition.Compared;
import vn.caunoi.processes.engine.Condition.Fact;
import vn.caunoi.processes.engine.Condition.Node;
import vn.caunoi.processes.engine.Condition.Not;
import vn.caunoi.processes.engine.Condition.Value;
import vn.caunoi.processes.engine.NotACondition.Why;

/** Reads a {@link Condition} by recursive descent, and checks that only like is compared with like. */
final class ConditionParser {

    private static final int LONGEST = 500;
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(==|!=|<=|>=|<|>|&&|\\|\\||!|\\(|\\)|'[^']*'|\"[^\"]*\"|-?\\d{1,15}|[A-Za-z][A-Za-z0-9]*)");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=");
    private static final String END = "";

    private final String text;
    private final Map<String, Object> facts;
    private final List<String> tokens;
    private int next;

    ConditionParser(String text, Map<String, Object> facts) {
        this.text = text;
        this.facts = facts;
        if (text.length() > LONGEST) throw new NotACondition(Why.LONG, String.valueOf(LONGEST));
        this.tokens = tokens(text);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            tokens.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new NotACondition(Why.NOT_UNDERSTOOD, text.substring(end).strip());
        }
        return tokens;
    }

    Node whole() {
        Node root = either();
        if (!peek().equals(END)) throw new NotACondition(Why.NOT_UNDERSTOOD_IN, peek(), text);
        return root;
    }

    private Node either() {
        Node left = both();
        while (take("||", "or")) left = new Both(false, flag(left), flag(both()));
        return left;
    }

    private Node both() {
        Node left = not();
        while (take("&&", "and")) left = new Both(true, flag(left), flag(not()));
        return left;
    }

    private Node not() {
        return take("!", "not") ? new Not(flag(not())) : comparison();
    }

    private Node comparison() {
        Node left = operand();
        if (!COMPARISONS.contains(peek())) return left;
        String operator = tokens.get(next++);
        return compared(operator, left, operand());
    }

    private Node operand() {
        String token = peek();
        next++;
        if (token.equals("(")) {
            Node inner = either();
            if (!take(")", ")")) throw new NotACondition(Why.PARENTHESIS, text);
            return inner;
        }
        if (token.startsWith("'") || token.startsWith("\"")) {
            return new Value(token.substring(1, token.length() - 1));
        }
        if (token.equals("true") || token.equals("false")) return new Value(Boolean.valueOf(token));
        if (token.matches("-?\\d+")) return new Value(Long.valueOf(token));
        Object sample = facts.get(token);
        if (sample == null) throw new NotACondition(Why.FACT, token, text);
        return new Fact(token, sample.getClass());
    }

    private Node compared(String operator, Node left, Node right) {
        Node a = left.type() == String.class && right.type() == LocalDate.class ? day(left) : left;
        Node b = right.type() == String.class && left.type() == LocalDate.class ? day(right) : right;
        if (a.type() != b.type()) throw new NotACondition(Why.SORTS, text);
        boolean ordered = a.type() == Long.class || a.type() == LocalDate.class;
        if (!ordered && !operator.equals("==") && !operator.equals("!=")) {
            throw new NotACondition(Why.ORDER, text);
        }
        return new Compared(operator, a, b);
    }

    private Node day(Node quoted) {
        if (!(quoted instanceof Value(String iso))) throw new NotACondition(Why.DAY_TEXT, text);
        try {
            return new Value(LocalDate.parse(iso));
        } catch (DateTimeParseException wrong) {
            throw new NotACondition(Why.DAY, iso);
        }
    }

    private Node flag(Node node) {
        if (node.type() != Boolean.class) throw new NotACondition(Why.TRUTHS, text);
        return node;
    }

    private String peek() {
        return next < tokens.size() ? tokens.get(next) : END;
    }

    private boolean take(String sign, String word) {
        boolean found = peek().equals(sign) || peek().equals(word);
        if (found) next++;
        return found;
    }
}
