/** What clerks, officers and heads do: hand in, tasks, and all that can happen to a case. */
@NullMarked
package vn.caunoi.api.officer;

import org.jspecify.annotations.NullMarked;
