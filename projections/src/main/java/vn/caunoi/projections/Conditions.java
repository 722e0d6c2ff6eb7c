package vn.caunoi.projections;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What rows of a list have to fulfil, all of it, with the parameters that it names. */
public final class Conditions {

    private final StringBuilder all = new StringBuilder("true");
    private final Map<String, @Nullable Object> params = new LinkedHashMap<>();

    public Conditions and(String condition) {
        all.append(" and ").append(condition);
        return this;
    }

    /** @param name by which the condition names the value, {@code :name} */
    public Conditions and(String condition, String name, Object value) {
        params.put(name, value);
        return and(condition);
    }

    /** Nothing when no value is asked for. */
    public Conditions equal(String column, String name, @Nullable Object value) {
        return value == null ? this : and(column + " = :" + name, name, value);
    }

    /** Only cases that are there for the reader: of units they see, and not about themselves. */
    public Conditions seenBy(Visibility to, String unit, String petition) {
        if (!to.all()) and(unit + " = any(:units)", "units", to.unitNames());
        if (to.reader() != null) {
            String others = petition + " not in (select petition from views.accused where officer = :reader)";
            and(others, "reader", to.readerName());
        }
        return this;
    }

    /** For after {@code where}. */
    public String sql() {
        return all.toString();
    }

    public Map<String, @Nullable Object> params() {
        return params;
    }
}
