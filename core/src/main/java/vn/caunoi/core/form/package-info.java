/** Forms of user tasks: outcomes, fields, bounds, and what an outcome does to the petition. */
@NullMarked
package vn.caunoi.core.form;

import org.jspecify.annotations.NullMarked;
