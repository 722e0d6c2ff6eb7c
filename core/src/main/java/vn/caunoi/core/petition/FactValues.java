package vn.caunoi.core.petition;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A value for each of a closed set of names: a copy is that of an array, where a map of its own would be filled anew. */
final class FactValues extends AbstractMap<String, Object> {

    /** The names, each with its place; shared by all copies. */
    private record Names(List<String> inOrder, Map<String, Integer> places) {}

    private final Names names;
    private final Object[] values;

    private FactValues(Names names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    static FactValues of(Map<String, Object> first) {
        List<String> inOrder = List.copyOf(first.keySet());
        Map<String, Integer> places = new HashMap<>();
        inOrder.forEach(name -> places.put(name, places.size()));
        return new FactValues(
                new Names(inOrder, places), inOrder.stream().map(first::get).toArray());
    }

    FactValues copy() {
        return new FactValues(names, values.clone());
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        Integer at = names.places.get(name);
        return at == null ? null : values[at];
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return names.places.containsKey(name);
    }

    /** @throws IllegalArgumentException when there is no such name */
    @Override
    public Object put(String name, Object value) {
        Integer at = names.places.get(name);
        if (at == null) throw new IllegalArgumentException("there is no fact " + name);
        Object before = values[at];
        values[at] = value;
        return before;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return IntStream.range(0, values.length)
                        .<Entry<String, Object>>mapToObj(at -> Map.entry(names.inOrder.get(at), values[at]))
                        .iterator();
            }

            @Override
            public int size() {
                return values.length;
            }
        };
    }
}
