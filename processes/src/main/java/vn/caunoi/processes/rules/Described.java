package vn.caunoi.processes.rules;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a row of a table is for. It is written below the row in the modeler, a line for each language: {@code vi: …} and
 * {@code en: …}. Lines without a language are for every reader.
 */
public record Described(String vi, String en) {

    private static final Pattern LINE = Pattern.compile("(?m)^\\s*(vi|en):\\s*(.*?)\\s*$");

    public static Described of(String text) {
        Matcher line = LINE.matcher(text);
        String vi = "";
        String en = "";
        while (line.find()) {
            if (line.group(1).equals("vi")) vi = line.group(2);
            else en = line.group(2);
        }
        String rest = LINE.matcher(text).replaceAll("").strip();
        return new Described(either(vi, rest, en), either(en, rest, vi));
    }

    private static String either(String own, String rest, String other) {
        if (!own.isEmpty()) return rest.isEmpty() ? own : own + "\n" + rest;
        return rest.isEmpty() ? other : rest;
    }
}
