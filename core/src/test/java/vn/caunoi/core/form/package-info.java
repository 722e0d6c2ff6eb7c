@NullMarked
package vn.caunoi.core.form;

import org.jspecify.annotations.NullMarked;
