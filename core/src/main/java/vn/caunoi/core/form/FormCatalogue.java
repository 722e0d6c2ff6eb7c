package vn.caunoi.core.form;

import java.util.List;
import java.util.Optional;

/** The shipped forms, by id. */
public interface FormCatalogue {

    /**
     * The forms of the product.
     *
     * @throws IllegalStateException when the catalogue has a mistake; it names form and mistake
     */
    static FormCatalogue shipped() {
        return ShippedForms.load();
    }

    Optional<Form> form(String id);

    List<Form> all();
}
