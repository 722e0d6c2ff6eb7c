package vn.caunoi.core.form;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form.
 *
 * @param outcome id of the outcome it is about; null when it is about the form
 * @param field id of the field it is about; null when it is about the outcome
 * @param rule permanent word for what was broken, for translation
 * @param detail what the rule names: an id, a bound, an act; may be empty
 * @param said in plain English
 */
public record FormProblem(
        @Nullable String outcome, @Nullable String field, String rule, String detail, String said) {}
