package vn.caunoi.api.moving;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;
import vn.caunoi.api.moving.Mapping.From;

/** Reads a mapping, in YAML or JSON; all its values are taken as text. */
public final class MappingFile {

    /** The mapping by which an export of this program is taken in. */
    public static final String OWN = "caunoi";

    private static final int LONGEST = 512 * 1024;
    private static final Set<String> KEYS =
            Set.of("source", "sheet", "encoding", "separator", "dates", "repeats", "fields");
    private static final Set<String> FROM_KEYS = Set.of("column", "constant", "default", "values", "dates");

    private MappingFile() {}

    /** @param name of a file, or {@link #OWN} */
    public static Mapping named(String name) {
        try {
            if (name.equals(OWN)) return own();
            Path file = Path.of(name);
            if (!Files.isRegularFile(file)) throw new MovingRefused("no-mapping", name);
            if (Files.size(file) > LONGEST) throw new MovingRefused("mapping-too-long");
            return read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new MovingRefused("mapping-unreadable", String.valueOf(unreadable.getMessage()));
        }
    }

    public static Mapping own() throws IOException {
        try (InputStream file = MappingFile.class.getResourceAsStream("/moving/caunoi.yml")) {
            return read(Objects.requireNonNull(file).readAllBytes());
        }
    }

    public static Mapping read(byte[] content) {
        if (content.length > LONGEST) throw new MovingRefused("mapping-too-long");
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw new MovingRefused("mapping-unreadable", "UTF-8");
        }
        return mapping(tree(text.startsWith("\uFEFF") ? text.substring(1) : text));
    }

    private static Object tree(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(false);
        limits.setMaxAliasesForCollections(0);
        limits.setNestingDepthLimit(10);
        DumperOptions never = new DumperOptions();
        try {
            Object tree = new Yaml(new SafeConstructor(limits), new Representer(never), never, limits, new OnlyText())
                    .load(text);
            if (tree == null) throw new MovingRefused("mapping-empty");
            return tree;
        } catch (YAMLException broken) {
            throw new MovingRefused("mapping-unreadable", firstLine(String.valueOf(broken.getMessage())));
        }
    }

    private static String firstLine(String text) {
        return text.lines()
                .limit(3)
                .map(String::strip)
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    /** Neither dates nor numbers nor a "no" that becomes false. */
    private static final class OnlyText extends Resolver {
        @Override
        protected void addImplicitResolvers() {}
    }

    private static Mapping mapping(Object tree) {
        Map<String, Object> all = map(tree, "mapping");
        known(all, KEYS, "mapping");
        Map<Field, From> fields = new EnumMap<>(Field.class);
        map(Objects.requireNonNullElse(all.get("fields"), Map.of()), "fields").forEach((word, from) -> {
            Field field = Field.of(word)
                    .orElseThrow(() -> new MovingRefused("unknown-field", word, String.join(", ", Field.words())));
            fields.put(field, from(from, "fields." + word));
        });
        for (Field needed : List.of(Field.NUMBER, Field.RECEIVED, Field.UNIT, Field.SUBJECT))
            if (!fields.containsKey(needed)) throw new MovingRefused("field-missing", needed.word());
        String source = text(all.get("source"), "source");
        if (source == null || !source.matches("[\\p{L}\\p{N}._-]{1,60}")) throw new MovingRefused("source-missing");
        return new Mapping(
                source,
                sheet(text(all.get("sheet"), "sheet")),
                text(all.get("encoding"), "encoding"),
                separator(text(all.get("separator"), "separator")),
                texts(all.get("dates"), "dates"),
                "first".equals(text(all.get("repeats"), "repeats")),
                fields);
    }

    private static int sheet(@Nullable String text) {
        if (text == null) return 1;
        if (!text.matches("[1-9][0-9]{0,2}")) throw new MovingRefused("mapping-value", "sheet", text);
        return Integer.parseInt(text);
    }

    private static @Nullable Character separator(@Nullable String text) {
        if (text == null) return null;
        String one = text.equals("tab") ? "\t" : text;
        if (one.length() != 1) throw new MovingRefused("mapping-value", "separator", text);
        return one.charAt(0);
    }

    private static From from(@Nullable Object tree, String at) {
        if (tree instanceof String column) return new From(column.strip(), null, null, Map.of(), List.of());
        Map<String, Object> all = map(tree, at);
        known(all, FROM_KEYS, at);
        Map<String, String> values = new LinkedHashMap<>();
        map(Objects.requireNonNullElse(all.get("values"), Map.of()), at + ".values")
                .forEach((word, means) -> values.put(key(word), Objects.requireNonNullElse(text(means, at), "")));
        From from = new From(
                text(all.get("column"), at),
                text(all.get("constant"), at),
                text(all.get("default"), at),
                values,
                texts(all.get("dates"), at));
        if (from.column() == null && from.constant() == null && from.otherwise() == null)
            throw new MovingRefused("mapping-value", at, "column, constant, default");
        return from;
    }

    /** As words of the file are compared with those of a table. */
    static String key(String word) {
        return java.text.Normalizer.normalize(word.strip(), java.text.Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }

    private static void known(Map<String, Object> all, Set<String> keys, String at) {
        all.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw new MovingRefused("mapping-key", at, key);
        });
    }

    private static @Nullable String text(@Nullable Object value, String at) {
        if (value == null || value instanceof String blank && blank.isBlank()) return null;
        if (value instanceof String text) return text.strip().isEmpty() ? null : text.strip();
        throw new MovingRefused("mapping-value", at, String.valueOf(value));
    }

    private static List<String> texts(@Nullable Object value, String at) {
        List<String> texts = new ArrayList<>();
        for (Object one : value == null ? List.of() : value instanceof List<?> many ? many : List.of(value))
            texts.add(Objects.requireNonNullElse(text(one, at), ""));
        return texts;
    }

    private static Map<String, Object> map(@Nullable Object tree, String at) {
        if (!(tree instanceof Map<?, ?> found)) throw new MovingRefused("mapping-value", at, String.valueOf(tree));
        Map<String, Object> all = new LinkedHashMap<>();
        found.forEach((key, value) -> all.put(String.valueOf(key), value == null ? "" : value));
        return all;
    }
}
