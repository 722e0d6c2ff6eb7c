package vn.caunoi.processes.engine;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A condition of a diagram, in a small language of its own: names of facts, {@code == != < <= > >=},
 * {@code && || !} (or {@code and or not}), parentheses, {@code 'text'} or {@code "text"}, whole numbers, {@code true},
 * {@code false}, and days as quoted ISO dates compared with a fact that is a day. No calls, no properties, no beans.
 */
public final class Condition {

    private final Node root;

    private Condition(Node root) {
        this.root = root;
    }

    /**
     * @param text the condition without <code>${}</code>
     * @param facts every name that may be used, with a value of its type
     * @throws NotACondition with a sentence a designer understands
     */
    public static Condition parse(String text, Map<String, Object> facts) {
        Node root = new ConditionParser(text, facts).whole();
        if (root.type() != Boolean.class) throw new NotACondition(NotACondition.Why.TRUTH, text);
        return new Condition(root);
    }

    public boolean holds(Map<String, Object> facts) {
        return Boolean.TRUE.equals(root.value(facts));
    }

    /**
     * What is certain when only some facts are known.
     *
     * @return null when it depends on facts that are not known
     */
    public @Nullable Boolean judge(Map<String, Object> some) {
        return (Boolean) judge(root, some);
    }

    private static @Nullable Object judge(Node node, Map<String, Object> some) {
        return switch (node) {
            case Value value -> value.constant();
            case Fact fact -> fact.type().isInstance(some.get(fact.name())) ? some.get(fact.name()) : null;
            case Not not -> judge(not.of(), some) instanceof Boolean truth ? !truth : null;
            case Both both -> both(both, judge(both.left(), some), judge(both.right(), some));
            case Compared compared -> {
                @Nullable Object left = judge(compared.left(), some);
                @Nullable Object right = judge(compared.right(), some);
                if (left == null || right == null) yield null;
                yield new Compared(compared.operator(), new Value(left), new Value(right)).value(Map.of());
            }
        };
    }

    private static @Nullable Boolean both(Both both, @Nullable Object left, @Nullable Object right) {
        Boolean decides = !both.and();
        if (decides.equals(left) || decides.equals(right)) return decides;
        return left == null || right == null ? null : (Boolean) !decides;
    }

    /** The facts it asks. */
    public Set<String> names() {
        Set<String> names = new LinkedHashSet<>();
        root.collect(names);
        return names;
    }

    sealed interface Node {
        Class<?> type();

        Object value(Map<String, Object> facts);

        void collect(Set<String> names);
    }

    record Value(Object constant) implements Node {
        @Override
        public Class<?> type() {
            return constant.getClass();
        }

        @Override
        public Object value(Map<String, Object> facts) {
            return constant;
        }

        @Override
        public void collect(Set<String> names) {}
    }

    record Fact(String name, Class<?> type) implements Node {
        @Override
        public Object value(Map<String, Object> facts) {
            @Nullable Object value = facts.get(name);
            if (!type.isInstance(value)) throw new NotACondition(NotACondition.Why.NO_FACT, name);
            return value;
        }

        @Override
        public void collect(Set<String> names) {
            names.add(name);
        }
    }

    record Not(Node of) implements Node {
        @Override
        public Class<?> type() {
            return Boolean.class;
        }

        @Override
        public Object value(Map<String, Object> facts) {
            return !((Boolean) of.value(facts));
        }

        @Override
        public void collect(Set<String> names) {
            of.collect(names);
        }
    }

    record Both(boolean and, Node left, Node right) implements Node {
        @Override
        public Class<?> type() {
            return Boolean.class;
        }

        @Override
        public Object value(Map<String, Object> facts) {
            boolean first = (Boolean) left.value(facts);
            return and ? first && (Boolean) right.value(facts) : first || (Boolean) right.value(facts);
        }

        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }
    }

    record Compared(String operator, Node left, Node right) implements Node {
        @Override
        public Class<?> type() {
            return Boolean.class;
        }

        @Override
        public Object value(Map<String, Object> facts) {
            Object a = left.value(facts);
            Object b = right.value(facts);
            return switch (operator) {
                case "==" -> a.equals(b);
                case "!=" -> !a.equals(b);
                case "<" -> order(a, b) < 0;
                case "<=" -> order(a, b) <= 0;
                case ">" -> order(a, b) > 0;
                case ">=" -> order(a, b) >= 0;
                default -> throw new IllegalStateException(operator);
            };
        }

        private static int order(Object a, Object b) {
            return a instanceof LocalDate day ? day.compareTo((LocalDate) b) : ((Long) a).compareTo((Long) b);
        }

        @Override
        public void collect(Set<String> names) {
            left.collect(names);
            right.collect(names);
        }
    }
}
