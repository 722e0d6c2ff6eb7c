package vn.caunoi.api.web;

import java.util.List;

/**
 * What is wrong with one input, for the list above a form.
 *
 * @param anchor id of the input within the page
 */
record Wrong(String anchor, String label, String message) {

    static List<Wrong> in(List<Question> questions) {
        return questions.stream()
                .filter(one -> one.error() != null)
                .map(one -> new Wrong(one.anchor(), one.label(), String.valueOf(one.error())))
                .toList();
    }
}
