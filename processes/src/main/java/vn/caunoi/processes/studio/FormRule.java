package vn.caunoi.processes.studio;

import vn.caunoi.core.form.Form;

/**
 * Forms of a model's own are put into words. Published models are read without this rule, for yesterday's forms must
 * always load.
 */
final class FormRule implements Rule {

    private final FormCheck check;

    FormRule(FormCheck check) {
        this.check = check;
    }

    @Override
    public void check(Diagram diagram, Problems problems) {
        ModelForms.of(diagram, new Problems()).all().forEach(form -> form(form, problems));
    }

    private void form(Form form, Problems problems) {
        check.words(form).forEach(missing -> {
            Said said = Sentence.FORM_WORDS.around(Said.known(missing.said()), form.id());
            if (missing.rule().equals(FormCheck.VIETNAMESE)) problems.error(form.id(), "form-words", said);
            else problems.warning(form.id(), "form-words", said);
        });
    }
}
