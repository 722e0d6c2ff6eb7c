package vn.caunoi.core.form;

import java.util.Optional;

/** The shipped forms, by id. */
public interface FormCatalogue {
    Optional<Form> form(String id);
}
