package vn.caunoi.core.category;

/** The tree of categories as it is now. */
public interface CategoriesInForce {

    CategoryTree tree();

    /** After a change: the next one who asks sees it at once. */
    default void forget() {}

    /** Where nothing is recorded. */
    static CategoriesInForce shipped() {
        return CategoryTree::shipped;
    }
}
