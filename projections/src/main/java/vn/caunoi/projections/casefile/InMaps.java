package vn.caunoi.projections.casefile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.Base64Variant;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;

/**
 * What is written to it becomes maps, lists, texts and numbers at once: the same that would come of writing it as JSON and
 * reading that again.
 */
final class InMaps extends InMemory {
    private final Deque<Object> open = new ArrayDeque<>();
    private @Nullable String name;
    private @Nullable Object whole;

    /** Of an object that was written. */
    @SuppressWarnings("unchecked") // names of members are texts
    Map<String, Object> map() {
        if (whole instanceof Map<?, ?> map) return (Map<String, Object>) map;
        throw new IllegalStateException("no object was written");
    }

    @SuppressWarnings("unchecked")
    private JsonGenerator add(@Nullable Object value) {
        Object into = open.peek();
        if (into == null) whole = value;
        else if (into instanceof List<?> list) ((List<@Nullable Object>) list).add(value);
        else ((Map<@Nullable String, @Nullable Object>) into).put(name, value);
        return this;
    }

    private JsonGenerator begin(Object container) {
        add(container);
        open.push(container);
        return this;
    }

    private JsonGenerator end() {
        open.pop();
        return this;
    }

    @Override
    public JsonGenerator writeStartArray() {
        return begin(new ArrayList<>());
    }

    @Override
    public JsonGenerator writeEndArray() {
        return end();
    }

    @Override
    public JsonGenerator writeStartObject() {
        return begin(new LinkedHashMap<>());
    }

    @Override
    public JsonGenerator writeEndObject() {
        return end();
    }

    @Override
    public JsonGenerator writeName(String member) {
        name = member;
        return this;
    }

    @Override
    public JsonGenerator writeString(@Nullable String value) {
        return add(value);
    }

    @Override
    public JsonGenerator writeString(SerializableString value) {
        return add(value.getValue());
    }

    @Override
    public JsonGenerator writeString(char[] text, int from, int length) {
        return add(new String(text, from, length));
    }

    @Override
    public JsonGenerator writeBinary(Base64Variant variant, byte[] data, int from, int length) {
        return add(variant.encode(Arrays.copyOfRange(data, from, from + length)));
    }

    @Override
    public JsonGenerator writeNumber(int value) {
        return add(value);
    }

    @Override
    public JsonGenerator writeNumber(long value) {
        if (value == (int) value) return add((int) value);
        return add(value);
    }

    @Override
    public JsonGenerator writeNumber(BigInteger value) {
        return value.bitLength() < Long.SIZE ? writeNumber(value.longValue()) : add(value);
    }

    @Override
    public JsonGenerator writeNumber(double value) {
        return add(value);
    }

    @Override
    public JsonGenerator writeNumber(float value) {
        return add(Double.valueOf(Float.toString(value)));
    }

    @Override
    public JsonGenerator writeNumber(BigDecimal value) {
        return value.scale() == 0 ? writeNumber(value.unscaledValue()) : add(value.doubleValue());
    }

    @Override
    public JsonGenerator writeBoolean(boolean value) {
        return add(value);
    }

    @Override
    public JsonGenerator writeNull() {
        return add(null);
    }
}
